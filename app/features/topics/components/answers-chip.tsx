import { useText } from "~/platform/i18n/use-text";
import { AnswersTo } from "~/ui/patterns/answers-to";
import { replyAnchor, replyPath } from "../paths";
import type { Reply } from "../reply";
import type { ReplyThread } from "./reply-thread";

interface AnswersChipProps {
  reply: Reply;
  thread: ReplyThread;
  isNarrowOnly?: boolean;
}

/** Whom a reply answers, with a jump there; nothing for an answer to the topic itself. */
export function AnswersChip({ reply, thread, isNarrowOnly }: AnswersChipProps) {
  const common = useText("common");
  const t = useText("topics");
  const { parentId, answers } = reply;
  if (parentId === null) return null;
  const href = thread.onPage.has(parentId)
    ? `#${replyAnchor(parentId)}`
    : replyPath(thread.topic.number, parentId, thread.sort);
  return (
    <AnswersTo href={href} isNarrowOnly={isNarrowOnly}>
      {answers ? common("branch.inReplyTo", { name: answers }) : t("thread.inReplyToGone")}
    </AnswersTo>
  );
}
