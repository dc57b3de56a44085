import type { ReactNode } from "react";
import { Icon } from "../primitives/icon";

export interface AnswersToProps {
  href: string;
  /** Only where the screen has no room for the indent that would say it. */
  isNarrowOnly?: boolean;
  children: ReactNode;
}

/** Over a reply that stands too deep for an indent of its own: whom it answers, with a jump there. */
export function AnswersTo({ href, isNarrowOnly, children }: AnswersToProps) {
  return (
    <a className="answers-to" href={href} data-narrow={isNarrowOnly || undefined}>
      <Icon name="reply" />
      {children}
    </a>
  );
}
