import type { ReactNode } from "react";
import { Icon } from "../primitives/icon";
import type { IconName } from "../primitives/icon-names";

export interface TimelineItem {
  id: string | number;
  icon: IconName;
  tone?: "active" | "done";
  title: ReactNode;
  /** Always when, and by whom. */
  note?: ReactNode;
}

export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.id} data-tone={item.tone}>
          <Icon name={item.icon} />
          <span>
            {item.title}
            {item.note && <small>{item.note}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
