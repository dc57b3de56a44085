import { useText } from "~/platform/i18n/use-text";
import { ButtonLink } from "~/ui/primitives/button-link";
import { branchPath, replyActionPath, replyPath } from "../paths";
import { mayDeleteReply, mayEditReply, takesReplies } from "../policy";
import type { Reply } from "../reply";
import { ReactionBar } from "./reaction-bar";
import type { ReplyThread } from "./reply-thread";

export interface ReplyActsProps {
  reply: Reply;
  thread: ReplyThread;
  /** A key that copies the reply's address, beside the time that always links to it. */
  hasCopyLink?: boolean;
}

/** Links under a reply. What the reader may not do is not offered. */
export function ReplyActs({ reply, thread, hasCopyLink }: ReplyActsProps) {
  const t = useText("topics");
  const { topic, actor, ownMarks } = thread;
  return (
    <>
      <ReactionBar
        action={replyActionPath(topic.number, reply.id, "reactions")}
        bookmarkAction={replyActionPath(topic.number, reply.id, "bookmark")}
        counts={reply.reactions}
        authorId={reply.authorId}
        reader={ownMarks && { id: ownMarks.readerId, marks: ownMarks.toReplies.get(reply.id) ?? [] }}
      />
      {takesReplies(topic) && (
        <ButtonLink kind="ghost" icon="reply" href={thread.replyToPath(reply.id)} rel="nofollow" data-key="r">
          {t("thread.reply")}
        </ButtonLink>
      )}
      {takesReplies(topic) && thread.quotePath && (
        <ButtonLink
          kind="ghost"
          icon="quote"
          href={thread.quotePath(reply.id)}
          rel="nofollow"
          data-quote-link
        >
          {t("thread.quote")}
        </ButtonLink>
      )}
      {hasCopyLink && (
        <ButtonLink
          kind="ghost"
          icon="link"
          href={replyPath(topic.number, reply.id)}
          aria-label={t("thread.link")}
          title={t("thread.link")}
          data-copy-link={t("thread.linkCopied")}
        />
      )}
      {reply.descendantCount > 0 && (
        <ButtonLink kind="ghost" icon="split" href={branchPath(topic.number, reply.id)} data-open>
          {t("thread.branch")}
        </ButtonLink>
      )}
      {thread.actsOf?.(reply)}
      {mayEditReply(actor, topic, reply) && (
        <ButtonLink kind="ghost" icon="edit" href={replyActionPath(topic.number, reply.id, "edit")}>
          {t("thread.edit")}
        </ButtonLink>
      )}
      {mayDeleteReply(actor, topic, reply) && (
        <ButtonLink kind="ghost" icon="trash" href={replyActionPath(topic.number, reply.id, "delete")}>
          {t("thread.remove")}
        </ButtonLink>
      )}
      {reply.authorId !== actor?.id && (
        <ButtonLink
          kind="ghost"
          icon="flag"
          href={replyActionPath(topic.number, reply.id, "flag")}
          rel="nofollow"
          aria-label={t("thread.flag")}
          title={t("thread.flag")}
        />
      )}
    </>
  );
}
