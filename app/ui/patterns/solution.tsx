import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { Icon } from "../primitives/icon";

export interface SolutionProps {
  /** Who chose it and when. */
  note?: ReactNode;
  /** At the end of the bar: a jump to its place, an undo. */
  end?: ReactNode;
  /** A reply frame. */
  children: ReactNode;
}

export function Solution({ note, end, children }: SolutionProps) {
  const t = useText("common");
  return (
    <article className="solution" aria-label={t("solution.accepted")}>
      <div className="solution-bar">
        <Icon name="st-done" />
        {t("solution.accepted")} {note && <small>{note}</small>}
        {end && <span className="end">{end}</span>}
      </div>
      {children}
    </article>
  );
}
