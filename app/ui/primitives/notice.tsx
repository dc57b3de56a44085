import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import type { Tone } from "./tone";

export interface NoticeProps {
  tone?: Extract<Tone, "active" | "done" | "danger">;
  icon?: IconName;
  /** Announced at once when it appears. For what went wrong, not for what is always there. */
  isUrgent?: boolean;
  id?: string;
  /** At most one button or link. */
  action?: ReactNode;
  children: ReactNode;
}

const iconByTone = { active: "clock", done: "st-done", danger: "alert" } as const;

export function Notice({ tone, icon, isUrgent, id, action, children }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} id={id} role={isUrgent ? "alert" : undefined}>
      <Icon name={icon ?? (tone ? iconByTone[tone] : "info")} />
      <span>{children}</span>
      {action}
    </div>
  );
}
