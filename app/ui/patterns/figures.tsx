import type { ReactNode } from "react";

export interface Figure {
  label: string;
  value: ReactNode;
  /** A quieter word after the value: out of how many. */
  note?: ReactNode;
}

/** Two to five numbers that matter, in one strip. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <dl className="figures" data-n={items.length}>
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>
            {item.value} {item.note && <small>{item.note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
