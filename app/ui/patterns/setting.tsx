import type { ReactNode } from "react";

export interface SettingProps {
  id: string;
  title: ReactNode;
  /** What it does, in a sentence or two. */
  about?: ReactNode;
  /** A button that concerns the whole, under the explanation. */
  action?: ReactNode;
  children: ReactNode;
}

/** One subject of a settings page: what it is on one side, what can be done on the other. */
export function Setting({ id, title, about, action, children }: SettingProps) {
  return (
    <section className="setting" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {about && <p>{about}</p>}
        {action}
      </div>
      <div>{children}</div>
    </section>
  );
}
