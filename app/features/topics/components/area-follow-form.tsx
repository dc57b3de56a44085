import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { RadioGroup } from "~/ui/primitives/radio-group";
import { type FollowLevel, followLevels } from "../follow-level";
import { areaFollowPath } from "../paths";

export interface AreaFollowFormProps {
  slug: string;
  level: FollowLevel | null;
}

/** How much of an area reaches the reader, for all its topics at once. */
export function AreaFollowForm({ slug, level }: AreaFollowFormProps) {
  const t = useText("following");
  return (
    <form className="stack" method="post" action={areaFollowPath(slug)}>
      <RadioGroup
        id="area-level"
        name="level"
        legend={t("choose")}
        value={level ?? ""}
        options={[
          { value: "", label: t("area.none"), hint: t("area.noneHint") },
          ...followLevels.map((value) => ({
            value,
            label: t(`level.${value}`),
            hint: t(`area.${value}Hint`),
          })),
        ]}
      />
      <div>
        <Button kind="primary">{t("save")}</Button>
      </div>
    </form>
  );
}
