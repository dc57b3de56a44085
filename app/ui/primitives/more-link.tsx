import type { ReactNode } from "react";
import { Icon } from "./icon";

export function MoreLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="more-link" href={href}>
      {children} <Icon name="arrow" />
    </a>
  );
}
