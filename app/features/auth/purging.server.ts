import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { forgottenAfterMs } from "./locking.server";

/** The job the clock starts: what ran out is of no use to anybody, and some of it names people. */
export const purgeAuthJob: Listener<Platform> = {
  name: "auth-purge",
  batchSize: 1,
  async handle({ db, clock }) {
    const now = clock.now();
    await db.rateLimit.deleteMany({ where: { wholeAt: { lt: now.getTime() } } });
    await db.signInFailure.deleteMany({
      where: { lastAt: { lt: new Date(now.getTime() - forgottenAfterMs) } },
    });
    await db.challenge.deleteMany({ where: { expiresAt: { lt: now } } });
    await db.session.deleteMany({ where: { expiresAt: { lt: now } } });
  },
};
