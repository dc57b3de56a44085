import type { ChoiceLink } from "./choice-link";

export interface JumpLinksProps {
  label: string;
  /** Each `href` is the fragment of a heading on this page. */
  items: readonly ChoiceLink[];
}

/** Columns that stand side by side on wide screens, as a row to jump along where they follow each other. */
export function JumpLinks({ label, items }: JumpLinksProps) {
  return (
    <nav className="tabs jump mb-4" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href}>
          {item.label} {item.count && <span className="n">{item.count}</span>}
        </a>
      ))}
    </nav>
  );
}
