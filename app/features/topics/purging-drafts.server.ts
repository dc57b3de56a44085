import { days } from "~/platform/clock/clock";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";

/** How long a draft waits for its writer after it was saved last. */
export const draftDays = 90;

export async function purgeDrafts({ db, clock }: Pick<Platform, "db" | "clock">): Promise<number> {
  const before = new Date(clock.now().getTime() - days(draftDays));
  const { count } = await db.draft.deleteMany({ where: { savedAt: { lt: before } } });
  return count;
}

/** The job the clock starts: see wiring/schedule. */
export const purgeDraftsJob: Listener<Platform> = {
  name: "drafts-purge",
  batchSize: 1,
  async handle(platform) {
    const purged = await purgeDrafts(platform);
    if (purged > 0) platform.log.info({ purged }, "drafts nobody came back to were deleted");
  },
};
