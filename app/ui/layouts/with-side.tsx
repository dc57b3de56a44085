import type { ReactNode } from "react";

export interface WithSideProps {
  children: ReactNode;
  side: ReactNode;
  /** Names the sidebar for ears. */
  sideLabel: string;
  /** Room for a form beside a list. */
  isWide?: boolean;
  isSticky?: boolean;
}

/** A page and its sidebar; one column on narrow screens. */
export function WithSide({ children, side, sideLabel, isWide, isSticky }: WithSideProps) {
  const classNames = [!isWide && "side", isSticky && "sticky"].filter(Boolean).join(" ") || undefined;
  return (
    <div className="with-side" data-wide-side={isWide || undefined}>
      <div>{children}</div>
      <aside className={classNames} aria-label={sideLabel}>
        {side}
      </aside>
    </div>
  );
}
