import { hours, minutes } from "~/platform/clock/clock";
import { scheduleJob } from "~/platform/outbox/append.server";
import type { Platform } from "~/platform/platform";
import { frequentJobs, jobs } from "./subscriptions.server";

const checkEveryMs = 60_000;

/** Asks for every job once in its period. The unique key makes that one run, however many processes ask. */
export function startSchedule(platform: Platform): () => void {
  function ask() {
    for (const { name } of jobs) askFor(name, hours(1));
    for (const { name } of frequentJobs) askFor(name, minutes(5));
  }
  function askFor(name: string, periodMs: number) {
    const period = Math.floor(platform.clock.now().getTime() / periodMs);
    const job = { listener: name, payload: {}, runAt: platform.clock.now(), uniqueKey: `${name}@${period}` };
    // Another process may win the race for the key; that is the point of it.
    scheduleJob(platform, job).catch((error: unknown) =>
      platform.log.debug({ err: error, name }, "job not scheduled"),
    );
  }
  ask();
  const timer = setInterval(ask, checkEveryMs);
  return () => clearInterval(timer);
}
