import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pager } from "~/ui/primitives/pager";
import { mySectionPath, type TopicSection } from "../my-section";
import type { MyTopic } from "../my-topic";
import type { MyTopicsPage } from "../my-topics.server";
import { MyTopicLine } from "./my-topic-line";

export interface MyTopicsProps extends MyTopicsPage {
  section: TopicSection;
  isMuted?: boolean;
  /** Stands before each line: a box to choose it. */
  choiceOf?: (topic: MyTopic) => ReactNode;
  now: Date;
}

/** One list of a member's own page, with what changed in each topic since they last looked. */
export function MyTopics({ section, topics, next, isMuted = false, choiceOf, now }: MyTopicsProps) {
  const t = useText("me");
  const shown = isMuted ? "muted" : section;
  const query = isMuted ? "level=muted&" : "";
  return (
    <>
      {topics.length === 0 && (
        <div className="mt-6">
          <EmptyState icon={isMuted ? "bell-off" : "chat"} title={t(`empty.${shown}`)}>
            {t(`empty.${shown}Hint`)}
          </EmptyState>
        </div>
      )}
      <ul className="lines">
        {topics.map((topic) => (
          <MyTopicLine key={topic.id} topic={topic} choice={choiceOf?.(topic)} now={now} />
        ))}
      </ul>
      <Pager older={next ? { href: `${mySectionPath(section)}?${query}after=${next}` } : null} />
    </>
  );
}
