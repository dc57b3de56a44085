import type { Attachment } from "~/features/attachments/attachment";
import type { TeamPromise } from "~/features/topics/promise";
import type { CalendarDay } from "~/platform/clock/calendar-day";
import { useText } from "~/platform/i18n/use-text";
import { Icon } from "~/ui/primitives/icon";
import { Time } from "~/ui/primitives/time";
import { verifyPath } from "../paths";
import type { OfficialLetter as Sent } from "../reading.server";
import { OfficialLetter } from "./official-letter";

export interface OfficialLettersProps {
  /** Newest first, as `listOfficial` gives them. */
  letters: readonly Sent[];
  number: number;
  siteName: string;
  /** Pictures of all replies of the page, of any letter among them. */
  pictures?: readonly Attachment[];
  reader: { id: number } | null;
  /** What the team promised on the topic. */
  promises?: readonly TeamPromise[];
  today: CalendarDay;
  now: Date;
}

/** The team's answers above the thread: the newest open, the earlier ones folded, a line where one was deleted. */
export function OfficialLetters({ letters, pictures = [], now, ...rest }: OfficialLettersProps) {
  const t = useText("official");
  if (letters.length === 0) return null;
  // What was deleted is a line, and hides nothing that still stands.
  const first = Math.max(
    0,
    letters.findIndex(({ deletedAt }) => !deletedAt),
  );
  const [open, earlier] = [letters.slice(0, first + 1), letters.slice(first + 1)];
  return (
    <section id="official" aria-label={t("box")}>
      {open.map(written)}
      {earlier.length > 0 && (
        <details className="mt-4">
          <summary className="btn">
            <Icon name="seal" />
            {t("earlier", { count: earlier.length })}
          </summary>
          {earlier.map(written)}
        </details>
      )}
    </section>
  );

  function written(letter: Sent) {
    if (letter.deletedAt) {
      return (
        <p className="small muted mt-4" key={letter.replyId}>
          {t.rich("withdrawn", {
            name: letter.author.displayName,
            date: () => <Time at={letter.postedAt} now={now} form="day" />,
            by: letter.deletedBy ?? t("staff"),
            on: () => <Time at={letter.deletedAt!} now={now} form="day" />,
            reference: letter.reference,
            link: (words) => <a href={verifyPath(letter.reference)}>{words}</a>,
          })}
        </p>
      );
    }
    const own = pictures.filter((picture) => picture.replyId === letter.replyId);
    return <OfficialLetter key={letter.replyId} letter={letter} pictures={own} now={now} {...rest} />;
  }
}
