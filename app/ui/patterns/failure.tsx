import type { ReactNode } from "react";

export interface FailureProps {
  /** 404, 503. */
  status: number;
  title: ReactNode;
  /** What it means for the reader and what to do. */
  children: ReactNode;
  /** Two links at most. */
  actions?: ReactNode;
}

export function Failure({ status, title, children, actions }: FailureProps) {
  return (
    <div className="fail">
      <span className="code">{status}</span>
      <h1>{title}</h1>
      <div>
        <p>{children}</p>
        {actions && <span className="cluster">{actions}</span>}
      </div>
    </div>
  );
}
