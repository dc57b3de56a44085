import { useText } from "~/platform/i18n/use-text";
import { StaffMark } from "~/ui/primitives/staff-mark";
import { Time } from "~/ui/primitives/time";

export interface OfficialLineProps {
  /** When the team last replied. */
  at: Date;
  now: Date;
  href?: string;
}

/** One line of meta in a list: the team replied, and when. */
export function OfficialLine({ at, now, href }: OfficialLineProps) {
  const t = useText("official");
  return (
    <StaffMark href={href}>
      {t.rich("line", { date: () => <Time at={at} now={now} form="relative" /> })}
    </StaffMark>
  );
}
