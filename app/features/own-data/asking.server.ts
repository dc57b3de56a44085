import { randomBytes } from "node:crypto";
import type { MemberContext } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { scheduleJob } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { buildCopyName } from "./building-job";
import { askedAgainMs, copyFile } from "./copy";

/**
 * Asks for a copy of everything the site keeps of the actor; the worker makes it. Once a day: it takes the place of the one
 * before, whose file goes at once. Sent twice it is asked for once, and the second is told to wait.
 */
export async function askForCopy(ctx: MemberContext): Promise<Outcome<{ key: string }, "copy-too-soon">> {
  const key = randomBytes(16).toString("hex");
  const memberId = ctx.actor.id;
  const outcome = await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    // Written first: of two at once the second sees what the first did.
    await tx.db.$executeRaw`UPDATE "Member" SET "id" = "id" WHERE "id" = ${memberId}`;
    const before = await tx.db.dataExport.findUnique({ where: { memberId } });
    if (before && before.askedAt.getTime() > now.getTime() - askedAgainMs) return refused("copy-too-soon");
    await tx.db.dataExport.deleteMany({ where: { memberId } });
    await tx.db.dataExport.create({ data: { memberId, key, askedAt: now } });
    await scheduleJob(tx, {
      ...{ listener: buildCopyName, payload: { key }, runAt: now },
      uniqueKey: `${buildCopyName}:${key}`,
    });
    return done({ key, before: before?.key ?? null });
  });
  // Should this be cut off, the purge finds a file that no row names.
  if (outcome.ok && outcome.before) await ctx.files.delete(copyFile(outcome.before));
  return outcome;
}
