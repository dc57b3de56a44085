import { useText } from "~/platform/i18n/use-text";
import { TimeGauge } from "~/ui/primitives/time-gauge";
import { Time } from "~/ui/primitives/time";
import type { Due } from "../response";

/** How much of the time somebody was to wait is gone, as a bar and in words. */
export function DueGauge({ due, now }: { due: Due | null; now: Date }) {
  const t = useText("inbox");
  if (!due) return <span className="sla">{t("due.none")}</span>;
  const { at, state, share } = due;
  return (
    <TimeGauge share={share} state={state}>
      <span>
        {t.rich(state === "late" ? "due.late" : "due.ahead", {
          time: () => <Time at={at} now={now} form="relative" />,
        })}
      </span>
    </TimeGauge>
  );
}
