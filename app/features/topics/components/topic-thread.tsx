import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pager } from "~/ui/primitives/pager";
import { takesReplies } from "../policy";
import type { Topic } from "../reading.server";
import type { ReplyPage } from "../reading-replies.server";
import type { ReplySort } from "../reply-order";
import type { News } from "../read-position";
import { topicViewPath } from "../topic-view";
import { NewsLine } from "./news-line";
import type { ReplyThread } from "./reply-thread";
import { ReplyTree } from "./reply-tree";
import { SinceLine } from "./since-line";
import { ThreadHead } from "./thread-head";

export interface TopicThreadProps {
  topic: Topic;
  page: ReplyPage;
  sort: ReplySort;
  thread: ReplyThread;
  /** What came since the reader's last visit. */
  news?: News | null;
  /** Above the replies: what solved it. */
  solution?: ReactNode;
}

/** The replies of one page, and the ways to the others. */
export function TopicThread({ topic, page, sort, thread, news, solution }: TopicThreadProps) {
  const t = useText("topics");
  const { trees, next, previous } = page;
  // Roots stand in the order they were written only there: elsewhere no line parts the old from the new.
  const firstNew = sort === "oldest" ? trees.findIndex(({ reply }) => news?.ids.has(reply.id)) : -1;
  const known = firstNew < 0 ? trees : trees.slice(0, firstNew);
  return (
    <section className="thread" aria-labelledby="replies">
      <ThreadHead topic={topic} count={topic.counts.replies} sort={sort} />
      {news && <NewsLine news={news} thread={thread} />}
      {solution}
      <ReplyTree nodes={known} thread={thread} />
      {news && firstNew >= 0 && (
        <>
          <SinceLine at={news.since} now={thread.now} />
          <ReplyTree nodes={trees.slice(firstNew)} thread={thread} />
        </>
      )}
      {trees.length === 0 && (
        <EmptyState icon="chat" title={t("thread.empty")}>
          {takesReplies(topic) ? t("thread.emptyHint") : t("thread.emptyClosed")}
        </EmptyState>
      )}
      <Pager
        newer={previous === null ? null : link({ before: previous }, t("thread.earlier"))}
        older={next === null ? null : link({ from: next }, t("thread.later"))}
      />
    </section>
  );

  function link(cursor: { from?: number; before?: number }, label: string) {
    return { href: `${topicViewPath(topic, { sort, ...cursor })}#replies`, label };
  }
}
