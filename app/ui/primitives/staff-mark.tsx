import type { ReactNode } from "react";
import { Icon } from "./icon";

export interface StaffMarkProps {
  href?: string;
  children: ReactNode;
}

/** Seal and words in the team's blue. Written by the page, never by anything a member types. */
export function StaffMark({ href, children }: StaffMarkProps) {
  if (href) {
    return (
      <a className="by-staff" href={href}>
        <Icon name="seal" />
        {children}
      </a>
    );
  }
  return (
    <span className="by-staff">
      <Icon name="seal" />
      {children}
    </span>
  );
}
