import type { PromiseStanding } from "~/features/topics/promise";
import { useText } from "~/platform/i18n/use-text";
import type { IconName } from "~/ui/primitives/icon-names";
import { Pill } from "~/ui/primitives/pill";
import type { Tone } from "~/ui/primitives/tone";

const looks: Record<PromiseStanding, { tone: Tone; icon: IconName }> = {
  open: { tone: "open", icon: "calendar" },
  overdue: { tone: "active", icon: "clock" },
  late: { tone: "danger", icon: "alert" },
  kept: { tone: "done", icon: "st-done" },
  withdrawn: { tone: "closed", icon: "x" },
};

export function PromisePill({ standing }: { standing: PromiseStanding }) {
  const t = useText("official");
  return <Pill {...looks[standing]}>{t(`promise.standing.${standing}`)}</Pill>;
}
