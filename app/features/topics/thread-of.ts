import type { Attachment } from "~/features/attachments/attachment";
import type { Actor } from "~/features/members/context";
import type { ReplyThread } from "./components/reply-thread";
import { branchPath } from "./paths";
import type { News } from "./read-position";
import { picturesByReply } from "./pictures-by-reply";
import type { Topic } from "./reading.server";
import type { ReplyPage } from "./reading-replies.server";
import { flatTrees } from "./reply-tree";
import { type TopicView, topicViewPath } from "./topic-view";

interface Shown {
  topic: Topic;
  replies: ReplyPage;
  view: TopicView;
  pictures: readonly Attachment[];
  news: News | null;
  actor: Actor | null;
  now: Date;
}

/** What the replies of a topic's page need to know of it. */
export function threadOf({ topic, replies, view, pictures, news, actor, now }: Shown): ReplyThread {
  return {
    ...{ topic, actor, now, sort: view.sort },
    ownMarks: topic.mine && topic.mine.marks,
    onPage: new Set(flatTrees(replies.trees).map(({ id }) => id)),
    pictures: picturesByReply(pictures),
    freshIds: news?.ids,
    replyToPath: (replyTo) => `${topicViewPath(topic, { ...view, replyTo, isQuoting: false })}#compose`,
    quotePath:
      actor && ((replyTo) => `${topicViewPath(topic, { ...view, replyTo, isQuoting: true })}#compose`),
    continuationOf(root) {
      const from = replies.continuations.get(root.id);
      const tree = replies.trees.find(({ reply }) => reply.id === root.id);
      if (from === undefined || !tree) return null;
      const left = root.descendantCount - flatTrees(tree.children).length;
      return { href: branchPath(topic.number, root.id, from), count: Math.max(left, 1) };
    },
  };
}
