import type { IconName } from "../primitives/icon-names";

export interface NavigationItem {
  href: string;
  label: string;
  icon: IconName;
  isCurrent?: boolean;
  /** A number beside the word, and the whole as it is read aloud. */
  count?: { shown: string; label: string } | null;
  /** The one thing most people come to do; drawn as the filled button in the phone's bar. */
  isMain?: boolean;
}
