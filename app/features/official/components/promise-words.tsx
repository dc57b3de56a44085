import { announcementPath } from "~/features/changelog/paths";
import { langOf } from "~/features/topics/language";
import { replyPath } from "~/features/topics/paths";
import type { PromiseStanding, TeamPromise } from "~/features/topics/promise";
import { type CalendarDay as Day, daysBetween } from "~/platform/clock/calendar-day";
import { useText } from "~/platform/i18n/use-text";
import { CalendarDay } from "~/ui/primitives/calendar-day";
import { Time } from "~/ui/primitives/time";

export interface PromiseWordsProps {
  promise: Pick<TeamPromise, "dueOn" | "moves" | "endedAt" | "endedByReplyId" | "keptIn" | "withdrawnReason">;
  standing: PromiseStanding;
  /** Number of its topic. */
  number: number;
  /** The day it is where the site is. */
  today: Day;
  now: Date;
}

/** What became of a promise in one sentence, with the days it was promised for before. */
export function PromiseWords({ promise, standing, number, today, now }: PromiseWordsProps) {
  const t = useText("official");
  const { dueOn, moves, withdrawnReason } = promise;
  const earlier = [...new Set(moves.map(({ from }) => from))].filter((day) => day !== null);
  return (
    <>
      {sentence()}
      {standing === "withdrawn" && withdrawnReason && <> {withdrawnReason}</>}
      {earlier.length > 0 && (
        <>
          {" "}
          <span className="muted">
            {t.rich("promise.earlier", {
              days: () =>
                earlier.map((day, at) => (
                  <span key={day}>
                    {at > 0 && ", "}
                    <s>
                      <CalendarDay day={day} />
                    </s>
                  </span>
                )),
            })}
          </span>
        </>
      )}
    </>
  );

  function sentence() {
    switch (standing) {
      case "open":
        return t.rich("promise.line.open", { promised });
      case "overdue":
      case "late":
        return t.rich(`promise.line.${standing}`, { promised, count: dueOn ? daysBetween(dueOn, today) : 0 });
      case "withdrawn":
        return t.rich("promise.line.withdrawn", { promised, date: ended });
      case "kept":
        return kept();
    }
  }

  function kept() {
    const { keptIn, endedByReplyId } = promise;
    if (keptIn) {
      const name = keptIn.release || keptIn.title;
      return t.rich("promise.line.keptIn", {
        ...{ promised, name, date: ended },
        link: (words) => (
          <a className="text-link" href={announcementPath(keptIn)} lang={langOf(keptIn.language)}>
            {words}
          </a>
        ),
      });
    }
    if (!endedByReplyId) return t.rich("promise.line.kept", { promised, date: ended });
    return t.rich("promise.line.keptBy", {
      ...{ promised, date: ended },
      link: (words) => (
        <a className="text-link" href={replyPath(number, endedByReplyId)}>
          {words}
        </a>
      ),
    });
  }

  function promised() {
    if (!dueOn) return t("promise.undated");
    return t.rich("promise.for", { day: () => <CalendarDay day={dueOn} /> });
  }

  function ended() {
    return promise.endedAt && <Time at={promise.endedAt} now={now} form="day" />;
  }
}
