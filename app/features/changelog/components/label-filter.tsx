import { useLocale, useText } from "~/platform/i18n/use-text";
import { FacetGroup } from "~/ui/patterns/facet-group";
import { Facets } from "~/ui/patterns/facets";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { writeNumber } from "~/ui/primitives/number";
import { type Label, labels as allLabels } from "../announcement";
import { changelogListPath, changelogPath } from "../paths";

export interface LabelFilterProps {
  /** Empty when nothing is filtered out, which is shown as everything checked. */
  labels: readonly Label[];
  counts: Record<Label, number>;
  month: string | null;
}

export function LabelFilter({ labels, counts, month }: LabelFilterProps) {
  const t = useText("changelog");
  const locale = useLocale();
  return (
    <Facets
      id="labels"
      action={changelogPath}
      activeCount={labels.length}
      clearHref={changelogListPath({ month })}
    >
      <HiddenFields values={{ month }} />
      <FacetGroup
        legend={t("rail.show")}
        name="label"
        options={allLabels.map((label) => ({
          value: label,
          label: t(`labels.${label}`),
          count: writeNumber(locale, counts[label]),
          isChecked: labels.length === 0 || labels.includes(label),
        }))}
      />
    </Facets>
  );
}
