import type { ChoiceLink } from "./choice-link";

export interface TabsProps {
  label: string;
  items: readonly ChoiceLink[];
}

/** Views of one page as a row of links under which the content belongs. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <a
          key={item.href}
          href={item.href}
          lang={item.lang}
          aria-current={item.isCurrent ? "page" : undefined}
        >
          {item.label} {item.count && <span className="n">{item.count}</span>}
        </a>
      ))}
    </nav>
  );
}
