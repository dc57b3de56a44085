import { days, hours } from "~/platform/clock/clock";

const firstMs = 5_000;
const longestMs = hours(6);
const mostAttempts = 8;
const patienceMs = days(3);

/** Twice as long after each attempt, and never the same for two mails, so that they do not all come back at once. */
export function backoffMs(attempts: number, random: () => number = Math.random): number {
  return Math.min(longestMs, firstMs * 2 ** (attempts - 1)) * (0.5 + random());
}

/** After three days and at least eight attempts: a server that was down over a weekend loses nobody a mail. */
export function givesUp({ attempts, ageMs }: { attempts: number; ageMs: number }): boolean {
  return attempts >= mostAttempts && ageMs >= patienceMs;
}
