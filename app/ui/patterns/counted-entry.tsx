import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";

export interface CountedEntryProps {
  /** For coming back to this entry after counting oneself in. */
  id?: string;
  /** A `CounterKey` or a `ClosedCounter`. */
  counter: ReactNode;
  href: string;
  title: ReactNode;
  lang?: string;
  isUnread?: boolean;
  excerpt?: ReactNode;
  /** A `SealLine`. */
  official?: ReactNode;
  meta: ReactNode;
  thumbnail?: { src: string; alt: string; width: number; height: number } | null;
}

/** An entry of a list that people count themselves into. */
export function CountedEntry(props: CountedEntryProps) {
  const { id, counter, href, title, lang, isUnread, excerpt, official, meta, thumbnail } = props;
  const t = useText("common");
  return (
    <li className="idea" id={id} data-unread={isUnread || undefined} data-stop>
      {counter}
      <div className="idea-main">
        <h3 lang={lang}>
          <a href={href} data-open>
            {title}
            {isUnread && <span className="sr-only"> ({t("unread")})</span>}
          </a>
        </h3>
        {excerpt && <p lang={lang}>{excerpt}</p>}
        {official}
        {meta}
      </div>
      {thumbnail && (
        <div className="thumb">
          <img {...thumbnail} loading="lazy" decoding="async" />
        </div>
      )}
    </li>
  );
}
