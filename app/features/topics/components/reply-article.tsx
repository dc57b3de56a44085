import type { ReactNode } from "react";
import { AttachmentGallery } from "~/features/attachments/components/attachment-gallery";
import { authorPath } from "~/features/members/paths";
import { useShownName } from "~/features/members/use-shown-name";
import { useText } from "~/platform/i18n/use-text";
import { quoteHead } from "~/ui/behaviours/quote-text";
import { Prose } from "~/ui/patterns/prose";
import { ReplyFrame } from "~/ui/patterns/reply-frame";
import { SealLine } from "~/ui/patterns/seal-line";
import { Byline } from "~/ui/primitives/byline";
import { NewMark } from "~/ui/primitives/new-mark";
import { Notice } from "~/ui/primitives/notice";
import { RoleTag } from "~/ui/primitives/role-tag";
import { Time } from "~/ui/primitives/time";
import { langOf } from "../language";
import { replyActionPath, replyAnchor, replyPath } from "../paths";
import type { Reply } from "../reply";
import { AnswersChip } from "./answers-chip";
import { HeldReason } from "./held-reason";
import { ReplyActs } from "./reply-acts";
import type { ReplyThread } from "./reply-thread";

export interface ReplyArticleProps {
  reply: Reply;
  thread: ReplyThread;
  /** Says whom it answers: always, only where the indent cannot, or never. */
  answers?: "always" | "narrow" | "never";
  /** Anchor, where it is not the reply's own place. */
  id?: string;
  branch?: ReactNode;
}

/** One reply: who, when, what, and what can be done with it. */
export function ReplyArticle({ reply, thread, answers = "never", id, branch }: ReplyArticleProps) {
  const t = useText("topics");
  const { topic, now, pictures } = thread;
  const { author, createdAt, editedAt, isOfficial } = reply;
  const shownName = useShownName();
  const lang = langOf(reply.language);
  const text = <Prose html={reply.bodyHtml} size="m" />;
  return (
    <ReplyFrame
      id={id ?? replyAnchor(reply.id)}
      avatar={{ name: shownName(author), isStaff: isOfficial }}
      lang={lang}
      quoteAs={
        thread.quotePath &&
        quoteHead(t("quote.by", { name: shownName(author) }), replyPath(topic.number, reply.id))
      }
      byline={
        <>
          {answers !== "never" && (
            <AnswersChip reply={reply} thread={thread} isNarrowOnly={answers === "narrow"} />
          )}
          <Byline
            name={shownName(author)}
            href={authorPath(author)}
            marks={
              <>
                {reply.authorId === topic.authorId && <RoleTag>{t("head.author")}</RoleTag>}
                {author.isStaff && !isOfficial && <RoleTag>{t("head.team")}</RoleTag>}
                {thread.marksOf?.(reply)}
                {thread.freshIds?.has(reply.id) && <NewMark>{t("thread.new")}</NewMark>}
              </>
            }
          >
            <a href={replyPath(topic.number, reply.id)}>
              <Time at={createdAt} now={now} />
            </a>
            {editedAt && <a href={replyActionPath(topic.number, reply.id, "history")}>{t("head.edited")}</a>}
          </Byline>
          {reply.heldAt && (
            <Notice tone="active" icon="eye-off">
              {t("thread.held")} <HeldReason heldFor={reply.heldFor} />
            </Notice>
          )}
        </>
      }
      acts={<ReplyActs reply={reply} thread={thread} hasCopyLink={id !== undefined} />}
      branch={branch}
    >
      {isOfficial ? <SealLine>{text}</SealLine> : text}
      {reply.attachmentCount > 0 && (
        <AttachmentGallery
          id={id ?? replyAnchor(reply.id)}
          attachments={pictures.get(reply.id) ?? []}
          lang={lang}
        />
      )}
    </ReplyFrame>
  );
}
