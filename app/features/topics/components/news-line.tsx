import { useText } from "~/platform/i18n/use-text";
import { TextLink } from "~/ui/primitives/text-link";
import { Time } from "~/ui/primitives/time";
import { replyAnchor, replyPath } from "../paths";
import type { News } from "../read-position";
import type { ReplyThread } from "./reply-thread";

/** Over the replies: how many came since the reader was here, and the jump to the first of them. */
export function NewsLine({ news, thread }: { news: News; thread: ReplyThread }) {
  const t = useText("topics");
  const { count, hasMore, since, firstId } = news;
  const href = thread.onPage.has(firstId)
    ? `#${replyAnchor(firstId)}`
    : replyPath(thread.topic.number, firstId, thread.sort);
  return (
    <p className="small muted mt-4 cluster">
      <span>
        {t.rich(hasMore ? "thread.newMany" : "thread.newCount", {
          count,
          time: () => <Time at={since} now={thread.now} form="relative" />,
        })}
      </span>
      <TextLink href={href}>{t("thread.toFirstNew")}</TextLink>
    </p>
  );
}
