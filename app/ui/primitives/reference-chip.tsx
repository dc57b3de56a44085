import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

export interface ReferenceChipProps {
  href?: string;
  icon?: IconName;
  children: ReactNode;
  /** A quieter word after it: the date. */
  note?: ReactNode;
}

/** Points at what settled something. */
export function ReferenceChip({ href, icon, children, note }: ReferenceChipProps) {
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {children} {note && <span>{note}</span>}
    </>
  );
  return href ? (
    <a className="release-chip" href={href}>
      {content}
    </a>
  ) : (
    <span className="release-chip">{content}</span>
  );
}
