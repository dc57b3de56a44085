import { addDays, type CalendarDay } from "~/platform/clock/calendar-day";

export const promiseStates = ["open", "kept", "withdrawn"] as const;
export type PromiseState = (typeof promiseStates)[number];

/** How a promise stands on a day: an open one is overdue once its day is over, and late two weeks after that. */
export const promiseStandings = ["open", "overdue", "late", "kept", "withdrawn"] as const;
export type PromiseStanding = (typeof promiseStandings)[number];

export const daysUntilLate = 14;

// A type, because it is kept as JSON, which an interface is no part of.
export type PromiseMove = {
  from: CalendarDay | null;
  to: CalendarDay | null;
  /** The official reply that says so. */
  replyId: number;
  /** ISO text of the instant. */
  at: string;
};

/** What the team said it would do, as the page of its topic shows it. */
export interface TeamPromise {
  id: number;
  /** The official reply that made it. */
  replyId: number;
  text: string;
  dueOn: CalendarDay | null;
  state: PromiseState;
  createdAt: Date;
  moves: PromiseMove[];
  endedAt: Date | null;
  endedByReplyId: number | null;
  /** What delivered it, where that is public. */
  keptIn: { slug: string; title: string; language: string; release: string } | null;
  withdrawnReason: string;
}

/** What still stands promised, as the form that may change it shows it. */
export interface StandingPromise extends Pick<TeamPromise, "id" | "text" | "dueOn" | "state"> {
  /** Number of the topic it was made on, where that was merged into the one it is looked at from. */
  madeOn?: number;
}

/** `today` is the day it is in the site's zone: the day promised for is still in time to its end. */
export function standingOf(
  { state, dueOn }: Pick<TeamPromise, "state" | "dueOn">,
  today: CalendarDay,
): PromiseStanding {
  if (state !== "open" || dueOn === null || dueOn >= today) return state;
  return isLate(dueOn, today) ? "late" : "overdue";
}

/** The last day promised for that is late by now. */
export function lastLateDay(today: CalendarDay): CalendarDay {
  return addDays(today, -daysUntilLate - 1);
}

function isLate(dueOn: CalendarDay, today: CalendarDay): boolean {
  return dueOn <= lastLateDay(today);
}

/** The one to show in the head of a topic: what stands open, else what was decided of the last one. */
export function leadingPromise(promises: readonly TeamPromise[]): TeamPromise | null {
  return promises.findLast(({ state }) => state === "open") ?? promises.at(-1) ?? null;
}
