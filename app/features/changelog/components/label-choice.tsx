import { useText } from "~/platform/i18n/use-text";
import { Checkbox } from "~/ui/primitives/checkbox";
import { labels as allLabels } from "../announcement";

/** `chosen` are the labels joined by blanks, as a refused form echoes them. */
export function LabelChoice({ chosen, legend }: { chosen: string; legend?: string }) {
  const t = useText("changelog");
  const isChosen = new Set(chosen.split(" "));
  return (
    <fieldset className="field">
      <legend>{legend ?? t("form.labels")}</legend>
      <div className="cluster" data-gap="5">
        {allLabels.map((label) => (
          <Checkbox
            key={label}
            name="label"
            value={label}
            label={t(`labels.${label}`)}
            defaultChecked={isChosen.has(label)}
          />
        ))}
      </div>
    </fieldset>
  );
}
