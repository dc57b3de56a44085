import type { ReactNode } from "react";

export interface FormPageProps {
  title: ReactNode;
  lede?: ReactNode;
  children: ReactNode;
  /** Under the form: the other way in, where to get help. */
  after?: ReactNode;
}

/** One narrow form on a page of its own: sign in, confirm, choose a password. */
export function FormPage({ title, lede, children, after }: FormPageProps) {
  return (
    <div className="wrap page">
      <div className="form-page">
        <header>
          <h1 className="page-title">{title}</h1>
          {lede && <p className="muted">{lede}</p>}
        </header>
        {children}
        {after && <div className="form-after">{after}</div>}
      </div>
    </div>
  );
}
