import { minutes } from "~/platform/clock/clock";

/** Faster than anybody types; whoever wants the names of all members by asking letter by letter is slowed. */
export const questionsAMinute = 90;
const mostRemembered = 5_000;

// In this process alone: a question costs little, and its answer tells nothing that is not public.
const asked = new Map<number, { since: number; count: number }>();

/** True while a member has not asked more often than people type. */
export function mayAskForNames(memberId: number, now: Date): boolean {
  const at = now.getTime();
  const known = asked.get(memberId);
  if (!known || at - known.since >= minutes(1)) {
    if (asked.size >= mostRemembered) asked.clear();
    asked.set(memberId, { since: at, count: 1 });
    return true;
  }
  known.count++;
  return known.count <= questionsAMinute;
}
