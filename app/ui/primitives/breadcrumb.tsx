import { Fragment, type ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { Icon } from "./icon";

export interface BreadcrumbProps {
  items: readonly { href: string; label: string; lang?: string }[];
  /** At the far end of the line: another language, a menu. */
  end?: ReactNode;
}

export function Breadcrumb({ items, end }: BreadcrumbProps) {
  const t = useText("common");
  return (
    <nav className="crumbs" aria-label={t("navigation.breadcrumb")}>
      {items.map((item, index) => (
        <Fragment key={item.href}>
          {index > 0 && <Icon name="right" />}
          <a href={item.href} lang={item.lang} data-key={index === 0 ? "u" : undefined}>
            {item.label}
          </a>
        </Fragment>
      ))}
      {end && <span className="end">{end}</span>}
    </nav>
  );
}
