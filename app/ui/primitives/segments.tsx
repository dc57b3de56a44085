import type { ChoiceLink } from "./choice-link";

export interface SegmentsProps {
  label: string;
  items: readonly ChoiceLink[];
}

/** Two to four ways to see the same list: sort, period. */
export function Segments({ label, items }: SegmentsProps) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {items.map((item) => (
        <a
          key={item.href}
          href={item.href}
          lang={item.lang}
          aria-current={item.isCurrent ? "true" : undefined}
        >
          {item.label}
        </a>
      ))}
    </div>
  );
}
