import type { ReactNode } from "react";

/** The reading width and the air above and below it. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="wrap page">{children}</div>;
}
