import type { ReactNode } from "react";

export interface BoardCardProps {
  href: string;
  title: ReactNode;
  lang?: string;
  excerpt?: ReactNode;
  /** A `SealLine`, a `StageBar`. */
  children?: ReactNode;
  meta?: ReactNode;
}

export function BoardCard({ href, title, lang, excerpt, children, meta }: BoardCardProps) {
  return (
    <article className="card">
      <h3>
        <a href={href} lang={lang}>
          {title}
        </a>
      </h3>
      {excerpt && <p lang={lang}>{excerpt}</p>}
      {children}
      {meta}
    </article>
  );
}
