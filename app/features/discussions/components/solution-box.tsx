import { ReplyArticle } from "~/features/topics/components/reply-article";
import type { ReplyThread } from "~/features/topics/components/reply-thread";
import { replyPath, topicActionPath } from "~/features/topics/paths";
import type { Reply } from "~/features/topics/reply";
import { useText } from "~/platform/i18n/use-text";
import { Solution } from "~/ui/patterns/solution";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextLink } from "~/ui/primitives/text-link";
import { Time } from "~/ui/primitives/time";

export interface SolutionBoxProps {
  reply: Reply;
  solution: { at: Date; by: string | null };
  thread: ReplyThread;
  mayWithdraw: boolean;
}

/** The accepted reply above the thread, with who chose it and the way to its place. */
export function SolutionBox({ reply, solution, thread, mayWithdraw }: SolutionBoxProps) {
  const t = useText("discussions");
  const { number } = thread.topic;
  const date = () => <Time at={solution.at} now={thread.now} form="day" />;
  return (
    <Solution
      note={
        solution.by
          ? t.rich("solution.by", { name: solution.by, date })
          : t.rich("solution.byNobody", { date })
      }
      end={
        <span className="cluster">
          <TextLink href={replyPath(number, reply.id)}>{t("solution.jump")}</TextLink>
          {mayWithdraw && (
            <form method="post" action={topicActionPath(number, "solution")}>
              <HiddenFields method="DELETE" />
              <Button kind="ghost">{t("solution.withdraw")}</Button>
            </form>
          )}
        </span>
      }
    >
      <ReplyArticle reply={reply} thread={shownAbove(thread)} id="solution" />
    </Solution>
  );
}

/** What changes a reply is done in its own place. */
function shownAbove(thread: ReplyThread): ReplyThread {
  return { ...thread, actor: null, marksOf: undefined, actsOf: undefined };
}
