import type { CalendarDay } from "~/platform/clock/calendar-day";

export const maxPromiseCharacters = 200;
/** Nobody can promise further ahead than this and mean it. */
export const maxYearsAhead = 5;

/** What an official reply can do to the promise that stands on its topic. */
export const promiseChanges = ["move", "keep", "withdraw"] as const;

export type PromiseChange =
  | { kind: "move"; promiseId: number; dueOn: CalendarDay }
  | { kind: "keep"; promiseId: number }
  | { kind: "withdraw"; promiseId: number; reason: string };

export interface NewPromise {
  kind: "make";
  text: string;
  /** Null when it names no day. */
  dueOn: CalendarDay | null;
}

/** What an official reply promises, or does to what stands promised. */
export type PromiseAct = NewPromise | PromiseChange;
