import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";

export interface ListRowProps {
  href: string;
  title: ReactNode;
  lang?: string;
  isUnread?: boolean;
  /** A `MetaLine`. */
  meta: ReactNode;
  /** The number that stays on a phone; null keeps its column empty. */
  figure?: { value: string; label: string } | null;
  /** A second number, hidden on a phone. */
  secondFigure?: { value: string; label: string } | null;
  /** Face and time of the last activity. */
  last?: ReactNode;
}

/** One line of a long list. The link covers the whole row. Rows go in a `ul` of class "rows". */
export function ListRow({ href, title, lang, isUnread, meta, figure, secondFigure, last }: ListRowProps) {
  const t = useText("common");
  return (
    <li className="row" data-unread={isUnread || undefined} data-stop>
      <div className="row-main">
        <a className="t" href={href} lang={lang} data-open>
          {title}
          {isUnread && <span className="sr-only"> ({t("unread")})</span>}
        </a>
        {meta}
      </div>
      <span className="num">
        {figure && <b>{figure.value}</b>} {figure && <small>{figure.label}</small>}
      </span>
      <span className="num replies">
        {secondFigure && <b>{secondFigure.value}</b>} {secondFigure && <small>{secondFigure.label}</small>}
      </span>
      <span className="last">{last}</span>
    </li>
  );
}
