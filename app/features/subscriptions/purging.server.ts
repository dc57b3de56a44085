import { hours } from "~/platform/clock/clock";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { confirmableHours, confirmMailKind } from "./subscribing.server";

/** Forgets addresses nobody confirmed: the question goes with its link, this takes the mail that asked it. */
export const purgeSubscriptionsJob: Listener<Platform> = {
  name: "subscriptions-purge",
  batchSize: 1,
  async handle({ db, clock }) {
    const before = new Date(clock.now().getTime() - hours(confirmableHours));
    await db.mail.deleteMany({ where: { kind: confirmMailKind, createdAt: { lt: before } } });
  },
};
