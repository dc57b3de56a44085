import type { ReactNode } from "react";
import { Icon } from "../primitives/icon";

export interface BannerProps {
  label: string;
  /** What happened, whether anything is lost, until when. In this order. */
  children: ReactNode;
  actions?: ReactNode;
}

/** What everybody must know now, across the whole page. */
export function Banner({ label, children, actions }: BannerProps) {
  return (
    <section className="incident" aria-label={label}>
      <div className="wrap">
        <Icon name="st-incident" />
        <p>{children}</p>
        {actions && <div className="cluster">{actions}</div>}
      </div>
    </section>
  );
}
