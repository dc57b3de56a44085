import { days } from "~/platform/clock/clock";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";

const keptDays = 7;

/** Removes rows that were handled a week ago: until then they tell what happened when something is looked into. */
export const purgeOutboxListener: Listener<Platform> = {
  name: "outbox-purge",
  batchSize: 1,
  async handle({ db, clock }) {
    const before = new Date(clock.now().getTime() - days(keptDays));
    await db.outbox.deleteMany({ where: { finishedAt: { lt: before } } });
  },
};
