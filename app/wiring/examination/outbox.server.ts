import { minutes } from "~/platform/clock/clock";
import type { Check } from "./check";

const tooLateMinutes = 15;

/** Deliveries that gave up, and those that are due for so long that no worker can be running. */
export const outboxCheck: Check = {
  name: "events that reached nobody",
  async count({ db, clock }) {
    const late = new Date(clock.now().getTime() - minutes(tooLateMinutes));
    return db.outbox.count({
      where: { finishedAt: null, OR: [{ failedAt: { not: null } }, { runAt: { lt: late } }] },
    });
  },
  async fix({ db, clock }) {
    const { count } = await db.outbox.updateMany({
      where: { finishedAt: null, failedAt: { not: null } },
      data: { failedAt: null, attempts: 0, runAt: clock.now() },
    });
    return count;
  },
};
