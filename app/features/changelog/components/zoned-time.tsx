import { useLocale } from "~/platform/i18n/use-text";
import { writeDate } from "~/ui/primitives/dates";

export interface ZonedTimeProps {
  at: Date;
  timeZone: string;
  now: Date;
}

/** An instant as the clocks of one zone show it, with the zone. The page's script leaves it so: it was chosen there. */
export function ZonedTime({ at, timeZone, now }: ZonedTimeProps) {
  const clock = writeDate(at, "full", { locale: useLocale(), timeZone, now });
  const words = timeZone === "UTC" ? clock : `${clock} (${timeZone.replaceAll("_", " ")})`;
  return <time dateTime={at.toISOString()}>{words}</time>;
}
