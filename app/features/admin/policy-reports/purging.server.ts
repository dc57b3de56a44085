import { days } from "~/platform/clock/clock";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";

const keptForMs = days(30);

/** The job the clock starts: what did not come again for a month is settled. */
export const purgePolicyReportsJob: Listener<Platform> = {
  name: "policy-reports-purge",
  batchSize: 1,
  async handle({ db, clock }) {
    const before = new Date(clock.now().getTime() - keptForMs);
    await db.policyReport.deleteMany({ where: { lastAt: { lt: before } } });
  },
};
