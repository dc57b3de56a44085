import type { ReactNode } from "react";

/** One of several views of the same page, each with its own address. */
export interface ChoiceLink {
  href: string;
  label: ReactNode;
  isCurrent?: boolean;
  count?: string;
  lang?: string;
}
