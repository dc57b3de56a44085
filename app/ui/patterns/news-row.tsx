import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { Icon } from "../primitives/icon";
import type { IconName } from "../primitives/icon-names";

export interface NewsRowProps {
  icon: IconName;
  /** What happened, in a sentence. */
  said: ReactNode;
  href: string;
  /** What it happened to. */
  title: ReactNode;
  lang?: string;
  isUnread?: boolean;
  meta: ReactNode;
  /** A form with one small button. */
  end?: ReactNode;
}

/** One thing that happened. The link covers the whole row but for what stands at its end. Rows go in a `ul` of class "news". */
export function NewsRow({ icon, said, href, title, lang, isUnread, meta, end }: NewsRowProps) {
  const t = useText("common");
  return (
    <li className="news-row" data-unread={isUnread || undefined}>
      <Icon name={icon} />
      <div>
        <p className="said">{said}</p>
        <a className="t" href={href} lang={lang}>
          {title}
          {isUnread && <span className="sr-only"> ({t("unread")})</span>}
        </a>
        {meta}
      </div>
      {end}
    </li>
  );
}
