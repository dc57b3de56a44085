import type { ReactNode } from "react";

export interface SideLink {
  href: string;
  label: ReactNode;
  lang?: string;
  isCurrent?: boolean;
  /** At the end of the line: a number, a pill, an icon. */
  end?: ReactNode;
}

export interface SideLinksProps {
  label: string;
  items: readonly SideLink[];
  /** On narrow screens the list becomes a row of tabs. */
  isTabs?: boolean;
}

export function SideLinks({ label, items, isTabs }: SideLinksProps) {
  return (
    <nav className="side-links" aria-label={label} data-tabs={isTabs || undefined}>
      {items.map((item) => (
        <a
          key={item.href}
          href={item.href}
          lang={item.lang}
          aria-current={item.isCurrent ? "page" : undefined}
        >
          <span>{item.label}</span>
          {typeof item.end === "string" ? <span className="n">{item.end}</span> : item.end}
        </a>
      ))}
    </nav>
  );
}
