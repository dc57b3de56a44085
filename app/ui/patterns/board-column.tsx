import type { ReactNode } from "react";
import { Icon } from "../primitives/icon";
import type { IconName } from "../primitives/icon-names";
import type { Tone } from "../primitives/tone";

export interface BoardColumnProps {
  id: string;
  title: ReactNode;
  icon: IconName;
  tone: Tone;
  count: string;
  /** `BoardCard`s, then a `MoreLink`. */
  children: ReactNode;
}

/** A column of a plan. Columns go in a div of class "board". */
export function BoardColumn({ id, title, icon, tone, count, children }: BoardColumnProps) {
  return (
    <section className="board-col" aria-labelledby={id}>
      <header data-tone={tone}>
        <h2 id={id}>
          <Icon name={icon} />
          {title}
        </h2>
        <span>{count}</span>
      </header>
      {children}
    </section>
  );
}
