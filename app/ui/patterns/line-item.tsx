import type { ReactNode } from "react";

export interface LineItemProps {
  /** For coming back to this item. */
  id?: string;
  href: string;
  title: ReactNode;
  lang?: string;
  /** Above the title: state, area. */
  lead?: ReactNode;
  excerpt?: ReactNode;
  /** Under the title. */
  meta?: ReactNode;
  /** A `CounterKey` beside it all. */
  counter?: ReactNode;
}

/** An entry of a short column. Items go in a `ul` of class "lines". */
export function LineItem({ id, href, title, lang, lead, excerpt, meta, counter }: LineItemProps) {
  const body = (
    <>
      {lead}
      <a className="t" href={href} lang={lang} data-open>
        {title}
      </a>
      {excerpt && <p lang={lang}>{excerpt}</p>}
      {meta}
    </>
  );
  if (!counter)
    return (
      <li className="line-item" id={id} data-stop>
        {body}
      </li>
    );
  return (
    <li className="with-vote" id={id} data-stop>
      {counter}
      <div className="line-item">{body}</div>
    </li>
  );
}
