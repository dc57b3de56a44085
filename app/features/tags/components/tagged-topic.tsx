import { StatusPill } from "~/features/topics/components/status-pill";
import { langOf } from "~/features/topics/language";
import type { TopicRow } from "~/features/topics/listing.server";
import { topicPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { LineItem } from "~/ui/patterns/line-item";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Time } from "~/ui/primitives/time";

/** A topic of either board, in short. */
export function TaggedTopic({ topic, now }: { topic: TopicRow; now: Date }) {
  const t = useText("topics");
  const tags = useText("tags");
  const { counts, kind } = topic;
  const isSuggestion = topic.board === "suggestion";
  return (
    <LineItem
      href={topicPath(topic)}
      title={topic.title}
      lang={langOf(topic.language)}
      lead={
        <MetaLine
          lead={<StatusPill status={topic.status} board={topic.board} />}
          items={[t(`kind.${kind}`)]}
        />
      }
      meta={
        <MetaLine
          items={[
            isSuggestion
              ? tags("votes", { count: counts.votes })
              : counts.affected > 0 && t("head.affected", { count: counts.affected }),
            t("head.replies", { count: counts.replies }),
            <Time key="active" at={topic.lastActivityAt} now={now} form="relative" />,
          ]}
        />
      }
    />
  );
}
