import { useRootData } from "~/features/site/root-data";
import { Pill } from "~/ui/primitives/pill";
import { isTopicStatus, statusLook } from "../status-look";
import { statusChange } from "../status-change";
import type { Board } from "../topic";
import { useStatusText } from "./use-status-text";

/** Where a topic stands. */
export function StatusPill({ status, board }: { status: string; board?: Board }) {
  const text = useStatusText();
  const look = isTopicStatus(status) ? statusLook(status) : ({ tone: "open", icon: "st-open" } as const);
  const hue = statusChange(useRootData().site.statuses, { status, board })?.hue;
  return (
    <Pill {...look} hue={hue}>
      {text(status, board)}
    </Pill>
  );
}
