import type { ReactNode } from "react";

export type KindLook = "new" | "improved" | "fixed" | "security";

export interface KindLabelProps {
  look: KindLook;
  /** In a line of text, rather than at the head of a column. */
  isInline?: boolean;
  children: ReactNode;
}

export function KindLabel({ look, isInline, children }: KindLabelProps) {
  return (
    <span className="kind" data-kind={look} data-inline={isInline || undefined}>
      {children}
    </span>
  );
}
