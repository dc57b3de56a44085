import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

export interface EmptyStateProps {
  icon: IconName;
  /** What is true. */
  title: ReactNode;
  /** What is possible, in one sentence. */
  children?: ReactNode;
  /** At most one. */
  action?: ReactNode;
  /** 3 inside a part of the page that has a title of its own. */
  headingLevel?: 2 | 3;
}

export function EmptyState({ icon, title, children, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="empty">
      <Icon name={icon} />
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
