import type { Attachment } from "~/features/attachments/attachment";
import type { Actor } from "~/features/members/context";
import type { ReplyThread } from "~/features/topics/components/reply-thread";
import { ReplyTree } from "~/features/topics/components/reply-tree";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { picturesByReply } from "~/features/topics/pictures-by-reply";
import { flatTrees } from "~/features/topics/reply-tree";
import { useText } from "~/platform/i18n/use-text";
import type { MergedThread } from "../merged-replies.server";

export interface MergedRepliesProps {
  threads: readonly MergedThread[];
  pictures: readonly Attachment[];
  actor: Actor | null;
  now: Date;
  marksOf?: ReplyThread["marksOf"];
}

/** What was said under merged suggestions, each part under the name of where it was said. It takes no answers there. */
export function MergedReplies({ threads, pictures, actor, now, marksOf }: MergedRepliesProps) {
  const t = useText("suggestions");
  return (
    <>
      {threads.map(({ origin, trees }) => {
        const facts = { status: "merged", deletedAt: null, heldAt: null, lockedAt: null };
        const thread: ReplyThread = {
          ...{ actor, now, marksOf },
          // The reader's own marks are read with a whole thread; here they show where the reply was written.
          ownMarks: actor && { readerId: actor.id, toTopic: [], toReplies: new Map() },
          topic: { ...facts, ...origin },
          onPage: new Set(flatTrees(trees).map(({ id }) => id)),
          pictures: picturesByReply(pictures),
          replyToPath: () => topicPath(origin),
        };
        return (
          <section key={origin.number} aria-labelledby={`merged-${origin.number}`}>
            <h3 className="mt-6 small" id={`merged-${origin.number}`}>
              {t.rich("merge.repliesFrom", {
                title: origin.title,
                link: (title) => (
                  <a className="text-link" href={topicPath(origin)} lang={langOf(origin.language)}>
                    {title}
                  </a>
                ),
              })}
            </h3>
            <ReplyTree nodes={trees} thread={thread} />
          </section>
        );
      })}
    </>
  );
}
