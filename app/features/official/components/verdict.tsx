import type { ReactNode } from "react";
import { Icon } from "~/ui/primitives/icon";
import type { IconName } from "~/ui/primitives/icon-names";

const iconByState: Record<VerdictProps["state"], IconName> = {
  verified: "seal",
  unknown: "help",
  fake: "st-incident",
};

export interface VerdictProps {
  state: "verified" | "unknown" | "fake";
  title: string;
  /** What was asked about, as we read it. */
  subject?: string;
  children: ReactNode;
}

/** The answer of a check, said by shape, word and colour, in this order. */
export function Verdict({ state, title, subject, children }: VerdictProps) {
  return (
    <section className="verdict" data-state={state} aria-labelledby="verdict">
      <Icon name={iconByState[state]} />
      <h2 id="verdict">{title}</h2>
      <div className="body">
        {subject && <p className="what">{subject}</p>}
        {children}
      </div>
    </section>
  );
}
