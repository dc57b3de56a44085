import { useText } from "~/platform/i18n/use-text";
import { Time } from "~/ui/primitives/time";

/** When the team speaks again; and that it should have, once that time is over. */
export function NextUpdate({ at, now }: { at: Date; now: Date }) {
  const t = useText("knownIssues");
  const time = () => <Time at={at} now={now} form="exact" />;
  return <>{t.rich(at < now ? "panel.updateDue" : "panel.nextUpdate", { time })}</>;
}
