import type { ReactNode } from "react";

export interface TagProps {
  href?: string;
  children: ReactNode;
}

export function Tag({ href, children }: TagProps) {
  if (!href) return <span className="tag">{children}</span>;
  return (
    <a className="tag" href={href}>
      {children}
    </a>
  );
}
