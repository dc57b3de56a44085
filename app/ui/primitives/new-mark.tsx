import type { ReactNode } from "react";

export interface NewMarkProps {
  /** Where the first of what is new stands. */
  href?: string;
  children: ReactNode;
}

/** Says that something was not there when the reader was last. */
export function NewMark({ href, children }: NewMarkProps) {
  return href ? (
    <a className="new-mark" href={href}>
      {children}
    </a>
  ) : (
    <span className="new-mark">{children}</span>
  );
}
