import { useText } from "~/platform/i18n/use-text";
import { Pill } from "~/ui/primitives/pill";

/** Beside the name, on the accepted reply in its place. */
export function SolutionMark() {
  const t = useText("discussions");
  return (
    <Pill tone="done" icon="st-done">
      {t("solution.mark")}
    </Pill>
  );
}
