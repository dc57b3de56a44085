import type { ReactNode } from "react";

/** What stands beside the form: each a button as wide as the form's own. */
export function OtherWays({ children }: { children: ReactNode }) {
  return <div className="stack other-ways">{children}</div>;
}
