import type { ReactNode } from "react";
import { Icon } from "../primitives/icon";
import type { IconName } from "../primitives/icon-names";

export interface StatusPanelProps {
  id: string;
  /** Red until it is done, then green; said in words as well. */
  tone: "danger" | "done";
  icon: IconName;
  title: ReactNode;
  note?: ReactNode;
  /** At the end of the bar: a way to change it. */
  end?: ReactNode;
  children: ReactNode;
}

/** What one has to know of a thing before reading on, with how far it is. */
export function StatusPanel({ id, tone, icon, title, note, end, children }: StatusPanelProps) {
  return (
    <section className="status-panel" data-tone={tone} id={id} aria-labelledby={`${id}-title`}>
      <div className="status-panel-bar">
        <Icon name={icon} />
        <h2 id={`${id}-title`}>{title}</h2>
        {note && <small>{note}</small>}
        {end && <span className="end">{end}</span>}
      </div>
      <div className="stack" data-gap="3">
        {children}
      </div>
    </section>
  );
}
