import type { ReactNode } from "react";

export interface MenuProps {
  /** Spoken name of what opens the menu. */
  label: string;
  summary: ReactNode;
  summaryClassName?: string;
  className?: string;
  /** Links, and forms with one button each. */
  children: ReactNode;
}

/** Opens without script. The script adds closing by Escape and by a press elsewhere. */
export function Menu({ label, summary, summaryClassName = "btn", className, children }: MenuProps) {
  return (
    <details className={className ? `menu ${className}` : "menu"} data-menu>
      <summary className={summaryClassName} aria-label={label}>
        {summary}
      </summary>
      <div className="menu-pop">{children}</div>
    </details>
  );
}
