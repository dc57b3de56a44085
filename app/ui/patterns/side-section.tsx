import type { ReactNode } from "react";

export interface SideSectionProps {
  title: ReactNode;
  /** Drawn as a box, for the one thing that asks to be seen. */
  isPanel?: boolean;
  children: ReactNode;
}

/** A titled part of the sidebar. */
export function SideSection({ title, isPanel, children }: SideSectionProps) {
  return (
    <section className={isPanel ? "panel" : undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
