import type { ReactNode } from "react";

export interface ColumnHeadProps {
  id: string;
  title: ReactNode;
  link?: { href: string; label: string };
}

/** Opens a column with an ink line. */
export function ColumnHead({ id, title, link }: ColumnHeadProps) {
  return (
    <div className="col-head">
      <h2 id={id}>{title}</h2>
      {link && <a href={link.href}>{link.label}</a>}
    </div>
  );
}
