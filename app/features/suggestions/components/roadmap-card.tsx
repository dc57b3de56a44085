import type { ReactNode } from "react";
import { areaName, type Area } from "~/features/site/area";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { BoardCard } from "~/ui/patterns/board-card";
import { SealLine } from "~/ui/patterns/seal-line";
import { MetaLine } from "~/ui/primitives/meta-line";
import type { RoadmapCard as Card } from "../roadmap.server";

export interface RoadmapCardProps {
  card: Card;
  area?: Area;
  /** The announcement that brought it. */
  release?: ReactNode;
}

/** One thing of the plan: what, who asked for it, what the team says, in which release it came. */
export function RoadmapCard({ card, area, release }: RoadmapCardProps) {
  const t = useText("suggestions");
  const locale = useLocale();
  const { voteCount, officialLine } = card;
  const asked = t.rich("roadmap.askedBy", {
    count: voteCount,
    b: (chunks) => <b>{chunks}</b>,
  });
  return (
    <BoardCard
      href={topicPath(card)}
      title={card.title}
      lang={langOf(card.language)}
      excerpt={card.excerpt}
      meta={
        <MetaLine
          lead={release}
          items={[voteCount > 0 && <span key="asked">{asked}</span>, area && areaName(area, locale)]}
        />
      }
    >
      {officialLine && (
        <SealLine author={officialLine.by}>
          <span lang={langOf(officialLine.language)}>{officialLine.text}</span>
        </SealLine>
      )}
    </BoardCard>
  );
}
