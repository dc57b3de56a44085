import type { ReactNode } from "react";

export interface ReadingLayoutProps {
  /** Question and official letter. */
  opening: ReactNode;
  facts: ReactNode;
  factsLabel: string;
  replies: ReactNode;
  related?: ReactNode;
  relatedLabel?: string;
}

/** Four cells. On a phone they follow each other as: opening, facts, replies, related. */
export function ReadingLayout(props: ReadingLayoutProps) {
  return (
    <div className="with-side" data-read>
      <div data-cell="opening">{props.opening}</div>
      <aside data-cell="facts" aria-label={props.factsLabel}>
        <div className="side sticky">{props.facts}</div>
      </aside>
      <div data-cell="replies">{props.replies}</div>
      {props.related && (
        <aside data-cell="related" aria-label={props.relatedLabel}>
          <div className="side sticky">{props.related}</div>
        </aside>
      )}
    </div>
  );
}
