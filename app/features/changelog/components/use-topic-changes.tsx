import { topicPath } from "~/features/topics/paths";
import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import type { ReleaseChange } from "~/ui/patterns/release-entry";
import { type Label, labelOfTopic } from "../announcement";
import type { LinkedTopic } from "../linked-topics.server";

/** The topics an entry answers, as its list of changes: what it is for whom, and how many asked. */
export function useTopicChanges(): (
  topics: readonly LinkedTopic[],
  labels: readonly Label[],
) => ReleaseChange[] {
  const t = useText("changelog");
  return (topics, labels) =>
    topics.map((topic) => {
      const look = labelOfTopic(topic, labels);
      const asked = topic.board === "suggestion" ? "asked" : "reported";
      return {
        id: topic.number,
        look,
        kind: t(`labels.${look}`),
        text: (
          <a href={topicPath(topic)} lang={langOf(topic.language)}>
            {topic.title}
          </a>
        ),
        asked: topic.count > 0 && t.rich(asked, { count: topic.count, b: (words) => <b>{words}</b> }),
      };
    });
}
