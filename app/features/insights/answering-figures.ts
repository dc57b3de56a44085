import { hours } from "~/platform/clock/clock";

/** A topic that waited for the team: when it was posted, and when staff first answered officially. */
export interface Waited {
  postedAt: Date;
  firstOfficialAt: Date | null;
}

/** Below these a number would say more about chance than about the team. */
const fewestAnswers = 5;
const fewestWaited = 10;
const inTimeMs = hours(24);

/** Time to the first official reply, of those that have one: half waited less. Null when too few have. */
export function medianWait(topics: readonly Waited[]): number | null {
  const waits = topics.flatMap(waitOf).sort((a, b) => a - b);
  if (waits.length < fewestAnswers) return null;
  const middle = Math.floor(waits.length / 2);
  return waits.length % 2 === 1 ? waits[middle]! : (waits[middle - 1]! + waits[middle]!) / 2;
}

/**
 * Which share was answered officially within a day. Only topics that are a day old count: a younger one still has time,
 * and would make the team look late or quick too early.
 */
export function answeredInTime(
  topics: readonly Waited[],
  now: Date,
): { share: number; outOf: number } | null {
  const due = topics.filter(({ postedAt }) => now.getTime() - postedAt.getTime() >= inTimeMs);
  if (due.length < fewestWaited) return null;
  const inTime = due.filter((topic) => waitOf(topic).some((wait) => wait <= inTimeMs));
  return { share: inTime.length / due.length, outOf: due.length };
}

function waitOf({ postedAt, firstOfficialAt }: Waited): number[] {
  return firstOfficialAt ? [Math.max(0, firstOfficialAt.getTime() - postedAt.getTime())] : [];
}
