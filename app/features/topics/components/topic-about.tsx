import type { Area } from "~/features/site/area";
import { useText } from "~/platform/i18n/use-text";
import { SideSection } from "~/ui/patterns/side-section";
import type { Topic } from "../reading.server";
import { TopicFacts } from "./topic-facts";
import { type Mentioned, TopicTimeline, type TopicTimelineProps } from "./topic-timeline";

export interface TopicAboutProps {
  topic: Topic;
  areas: readonly Area[];
  announcements?: ReadonlyMap<number, Mentioned>;
  areaPath: string;
  tagPath: (slug: string) => string;
  now: Date;
  /** What can be done about a line of the timeline. */
  actsOf?: TopicTimelineProps["actsOf"];
}

/** Beside the question: what became of it, and what it is about. */
export function TopicAbout({ topic, areas, announcements, areaPath, tagPath, now, actsOf }: TopicAboutProps) {
  const t = useText("topics");
  return (
    <>
      <SideSection title={t("facts.status")}>
        <TopicTimeline topic={topic} areas={areas} announcements={announcements} now={now} actsOf={actsOf} />
      </SideSection>
      <SideSection title={t("facts.title")}>
        <TopicFacts topic={topic} areaPath={areaPath} tagPath={tagPath} now={now} />
      </SideSection>
    </>
  );
}
