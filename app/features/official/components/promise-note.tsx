import { langOf } from "~/features/topics/language";
import { type PromiseStanding, standingOf, type TeamPromise } from "~/features/topics/promise";
import type { CalendarDay } from "~/platform/clock/calendar-day";
import { Notice, type NoticeProps } from "~/ui/primitives/notice";
import { PromiseWords } from "./promise-words";

export interface PromiseNoteProps {
  promise: TeamPromise;
  /** Number of its topic. */
  number: number;
  /** Language of the reply that made it. */
  language?: string;
  today: CalendarDay;
  now: Date;
  /** Where it was made, left out there. */
  href?: string;
}

const looks: Record<PromiseStanding, Pick<NoticeProps, "tone" | "icon">> = {
  open: { icon: "calendar" },
  overdue: { tone: "active" },
  late: { tone: "danger" },
  kept: { tone: "done" },
  withdrawn: { icon: "x" },
};

/** What the team promised and how it stands, by shape, word and colour: on its letter and in the head of its topic. */
export function PromiseNote({ promise, number, language = "en", today, now, href }: PromiseNoteProps) {
  const standing = standingOf(promise, today);
  const words = <b lang={langOf(language)}>{promise.text}</b>;
  return (
    <Notice {...looks[standing]}>
      {href ? <a href={href}>{words}</a> : words}
      <br />
      <PromiseWords {...{ promise, standing, number, today, now }} />
    </Notice>
  );
}
