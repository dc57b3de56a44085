import type { ChoiceLink } from "./choice-link";

export interface ChipLinksProps {
  label: string;
  items: readonly ChoiceLink[];
}

/** A filter with one value at a time, each a link. */
export function ChipLinks({ label, items }: ChipLinksProps) {
  return (
    <nav className="cluster" aria-label={label}>
      {items.map((item) => (
        <a
          key={item.href}
          className="chip"
          href={item.href}
          lang={item.lang}
          aria-current={item.isCurrent ? "true" : undefined}
        >
          {item.label} {item.count && <span className="n">{item.count}</span>}
        </a>
      ))}
    </nav>
  );
}
