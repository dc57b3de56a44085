import type { ReactNode } from "react";
import { Icon } from "../primitives/icon";

export interface AbsenceProps {
  /** Anchor: links to what was here still find the place. */
  id: string;
  children: ReactNode;
  /** What hangs below and stays. */
  branch?: ReactNode;
}

/** The place of a reply that is gone. */
export function Absence({ id, children, branch }: AbsenceProps) {
  return (
    <article className="reply" id={id}>
      <p className="absence">
        <Icon name="ban" />
        {children}
      </p>
      {branch}
    </article>
  );
}
