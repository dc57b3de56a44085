import { useText } from "~/platform/i18n/use-text";
import { Time } from "~/ui/primitives/time";

/** Between the replies: what follows came after the reader's last visit. */
export function SinceLine({ at, now }: { at: Date; now: Date }) {
  const t = useText("topics");
  return (
    <p className="since">
      {/* Words and time are one item of the line, whatever stands beside it. */}
      <span>{t.rich("thread.newSince", { time: () => <Time at={at} now={now} form="relative" /> })}</span>
    </p>
  );
}
