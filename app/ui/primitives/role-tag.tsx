import type { ReactNode } from "react";

/** A quiet word after a name: the author of the page's question. */
export function RoleTag({ children }: { children: ReactNode }) {
  return <span className="op">{children}</span>;
}
