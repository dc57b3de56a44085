import { days, hours } from "~/platform/clock/clock";

export const copyKeptMs = days(7);
export const askedAgainMs = hours(24);
export const copiesPrefix = "exports/";

export type CopyState = "waiting" | "building" | "ready";

/** The copy of their data a member asked for, as they see it. */
export interface Copy {
  key: string;
  state: CopyState;
  /** From 0 to 1. */
  share: number;
  bytes: number;
  askedAt: Date;
  expiresAt: Date | null;
  /** When another one may be asked for. */
  nextAt: Date;
}

/** Where the store keeps it. The key is random; nothing in it says whose it is. */
export function copyFile(key: string): string {
  return `${copiesPrefix}${key}.zip`;
}

/** The key in a name that `copyFile` made, or null. */
export function keyOfCopyFile(name: string): string | null {
  return /^exports\/([0-9a-f]{32})\.zip$/.exec(name)?.[1] ?? null;
}
