import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { RadioGroup } from "~/ui/primitives/radio-group";

/** Whether the team must have a second step. Everybody else may have one, and is never made to. */
export function SecondStepField({ value = "yes" }: { value?: string }) {
  const t = useText("admin");
  return (
    <Setting id="second-step" title={t("site.secondStep.title")} about={t("site.secondStep.text")}>
      <RadioGroup
        id="requiresSecondFactor"
        name="requiresSecondFactor"
        legend={t("site.secondStep.label")}
        value={value}
        options={(["yes", "no"] as const).map((each) => ({
          value: each,
          label: t(`site.secondStep.${each}`),
        }))}
      />
    </Setting>
  );
}
