import { Fragment, type ReactNode } from "react";

export interface MetaLineProps {
  /** A pill or a label that opens the line; no dot follows it. */
  lead?: ReactNode;
  /** Short facts, parted by dots that never hang at a line's end. What is empty is left out. */
  items: readonly ReactNode[];
}

export function MetaLine({ lead, items }: MetaLineProps) {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== false && item !== "");
  return (
    <div className="meta">
      {lead}
      {shown.map((item, index) => (
        <Fragment key={index}>
          {index > 0 && <span className="dot" />}
          <span>{item}</span>
        </Fragment>
      ))}
    </div>
  );
}
