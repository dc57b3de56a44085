import type { ReactNode } from "react";
import { statusLook } from "~/features/topics/status-look";
import { useText } from "~/platform/i18n/use-text";
import { BoardColumn } from "~/ui/patterns/board-column";
import { MoreLink } from "~/ui/primitives/more-link";
import { suggestionListPath } from "../paths";
import type { RoadmapColumn as Column } from "../view";

export interface RoadmapColumnProps {
  column: Column;
  /** How many there are, as a page says it. */
  count: string;
  /** `RoadmapCard`s. */
  cards: readonly ReactNode[];
}

export function RoadmapColumn({ column, count, cards }: RoadmapColumnProps) {
  const t = useText("suggestions");
  return (
    <BoardColumn id={column} title={t(`tabs.${column}`)} {...statusLook(column)} count={count}>
      {cards.length > 0 ? cards : <p className="muted small">{t(`roadmap.empty.${column}`)}</p>}
      {cards.length > 0 && (
        <MoreLink href={suggestionListPath({ tab: column })}>
          {t(`roadmap.all.${column}`, { count })}
        </MoreLink>
      )}
    </BoardColumn>
  );
}
