import type { Attachment } from "~/features/attachments/attachment";
import { AttachmentGallery } from "~/features/attachments/components/attachment-gallery";
import { useStatusText } from "~/features/topics/components/use-status-text";
import { langOf } from "~/features/topics/language";
import { replyActionPath, replyPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import type { TeamPromise } from "~/features/topics/promise";
import type { CalendarDay } from "~/platform/clock/calendar-day";
import { Letter } from "~/ui/patterns/letter";
import { Prose } from "~/ui/patterns/prose";
import { Time } from "~/ui/primitives/time";
import { letterId, verifyPath } from "../paths";
import type { OfficialLetter as Sent } from "../reading.server";
import { AnswerFeedback } from "./answer-feedback";
import { PromiseChangeNote } from "./promise-change-note";
import { PromiseNote } from "./promise-note";
import { AnnouncementChip } from "./announcement-chip";

export interface OfficialLetterProps {
  letter: Sent;
  /** Number of the topic it stands on. */
  number: number;
  siteName: string;
  pictures?: readonly Attachment[];
  reader: { id: number } | null;
  /** What the team promised on the topic. */
  promises?: readonly TeamPromise[];
  today: CalendarDay;
  now: Date;
}

/** One official reply as its sealed letter, signed with the name and title of the day it was sent. */
export function OfficialLetter({
  letter,
  number,
  siteName,
  pictures = [],
  reader,
  promises = [],
  today,
  now,
}: OfficialLetterProps) {
  const t = useText("official");
  const statusText = useStatusText();
  const { replyId, author, type, statusSet, reference, editedAt, announcements } = letter;
  const lang = langOf(letter.language);
  const made = promises.find((promise) => promise.replyId === replyId);
  return (
    <Letter
      id={letterId(replyId)}
      siteName={siteName}
      author={{ name: author.displayName, title: author.title || t("staff") }}
      reference={{ code: reference, href: verifyPath(reference) }}
      kind={t(`types.${type}`)}
      under={
        <>
          <Time at={letter.postedAt} now={now} />
          {editedAt && letter.editCount > 0 && (
            <>
              ,{" "}
              {t.rich("edited", {
                count: letter.editCount,
                date: () => <Time at={editedAt} now={now} />,
                link: (words) => <a href={replyActionPath(number, replyId, "history")}>{words}</a>,
              })}
            </>
          )}
          {!author.isStaffNow && <>, {t("atThatTime")}</>}
        </>
      }
      foot={
        <>
          {announcements.map((announcement) => (
            <AnnouncementChip key={announcement.id} announcement={announcement} type={type} now={now} />
          ))}
          {statusSet && (
            <span className="small muted">{t("setsStatus", { status: statusText(statusSet) })}</span>
          )}
          <AnswerFeedback number={number} letter={letter} reader={reader} />
          <a className="small end" href={replyPath(number, replyId)}>
            {t("inThread")}
          </a>
        </>
      }
    >
      <Prose html={letter.bodyHtml} lang={lang} />
      <AttachmentGallery id={letterId(replyId)} attachments={pictures} lang={lang} />
      <div className="stack mt-4" data-gap="2">
        {made && <PromiseNote {...{ promise: made, number, language: letter.language, today, now }} />}
        <PromiseChangeNote promises={promises} replyId={replyId} />
      </div>
    </Letter>
  );
}
