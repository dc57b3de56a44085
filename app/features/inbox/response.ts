import { hours } from "~/platform/clock/clock";
import { isPromised, type ObligationKind } from "./obligation";
import { afterWorking, beforeWorking, workingBetween, type WorkingHours } from "./working-hours";

/** How fast the team means to be. Hours are working hours; 0 sets no target. */
export interface ResponseTargets {
  /** Null counts every hour of every day. */
  week: WorkingHours | null;
  /** For an answer, where the area says nothing else. */
  answerHours: number;
  /** For a first look at a suggestion. */
  triageHours: number;
  /** By the id of the area. */
  areaHours: Readonly<Record<string, number>>;
}

export const usualTargets: ResponseTargets = {
  week: { zone: "UTC", days: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60, holidays: [] },
  answerHours: 9,
  triageHours: 45,
  areaHours: {},
};

export interface Waiting {
  kind: ObligationKind;
  areaId: number;
  since: Date;
}

export interface Due {
  at: Date;
  state: "fine" | "soon" | "late";
  /** How much of the time allowed is gone, from 0 to 1. */
  share: number;
}

const soonFrom = 0.75;

/** Working hours within which something is to be done; 0 where nobody said so. */
export function targetHours(targets: ResponseTargets, { kind, areaId }: Omit<Waiting, "since">): number {
  if (kind === "triage") return targets.triageHours;
  return targets.areaHours[areaId] ?? targets.answerHours;
}

/** When it is to be done by, and how that stands now; null without a target. */
export function dueOf(targets: ResponseTargets, waiting: Waiting, now: Date): Due | null {
  const { kind, since } = waiting;
  if (isPromised(kind))
    return { at: since, state: since <= now ? "late" : "fine", share: since <= now ? 1 : 0 };
  const allowed = hours(targetHours(targets, waiting));
  if (allowed === 0) return null;
  const at = afterWorking(since, allowed, targets.week);
  if (at <= now) return { at, state: "late", share: 1 };
  const share = 1 - Math.min(1, workingBetween(now, at, targets.week) / allowed);
  return { at, state: share >= soonFrom ? "soon" : "fine", share };
}

/** What waits since then or longer is late by now: for an area of its own target, and for all others. Null is never. */
export function lateSince(
  targets: ResponseTargets,
  now: Date,
): { triage: Date | null; answer: Date | null; areas: { areaId: number; answer: Date | null }[] } {
  const cut = (amount: number) => (amount === 0 ? null : beforeWorking(now, hours(amount), targets.week));
  return {
    triage: cut(targets.triageHours),
    answer: cut(targets.answerHours),
    areas: Object.entries(targets.areaHours).map(([areaId, amount]) => ({
      areaId: Number(areaId),
      answer: cut(amount),
    })),
  };
}
