import type { ReactNode } from "react";

export interface PageHeadProps {
  title: ReactNode;
  /** One or two sentences under the title. */
  lede?: ReactNode;
  /** Buttons at the end of the line. */
  actions?: ReactNode;
}

export function PageHead({ title, lede, actions }: PageHeadProps) {
  return (
    <div className="page-head">
      <div>
        <h1 className="page-title">{title}</h1>
        {lede && <p className="muted">{lede}</p>}
      </div>
      {actions && <div className="cluster">{actions}</div>}
    </div>
  );
}
