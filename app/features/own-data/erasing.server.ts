import { eraseAddress, isLastMailWaiting, sendLastMail } from "~/features/mailing/own-data.server";
import { type Actor, type SystemContext, systemContext } from "~/features/members/context";
import { forgetAddress, freeNames, makeNameless } from "~/features/members/nameless.server";
import type { Leaving } from "~/features/members/own-data";
import { forgetSite, readSite } from "~/features/site/settings.server";
import { isLocale } from "~/locales/locales";
import { wipeTraces } from "~/platform/db/traces.server";
import { inTransaction } from "~/platform/db/transaction.server";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { copyFile } from "./copy";
import { erasures } from "./erasures";
import { eraseStoredMails } from "./stored-mails.server";

const accountsAtOnce = 20;

/**
 * Erases accounts whose time to come back is over, one bounded transaction after another. Cut off anywhere it begins anew and
 * finds less to do; two at once do no harm. Answers how many are finished; one waits while its last mail does.
 */
export async function eraseDueAccounts(ctx: SystemContext, signal?: AbortSignal): Promise<number> {
  const due = await ctx.db.accountDeletion.findMany({
    where: { finishedAt: null, dueAt: { lte: ctx.clock.now() } },
    orderBy: { dueAt: "asc" },
    take: accountsAtOnce,
    select: { memberId: true },
  });
  let finished = 0;
  for (const { memberId } of due) if (await eraseAccount(ctx, memberId, signal)) finished++;
  if (finished > 0) await wipeTraces(ctx);
  return finished;
}

/** Answers whether nothing is left; false while the last mail waits, and for an account that was kept meanwhile. */
async function eraseAccount(ctx: SystemContext, memberId: number, signal?: AbortSignal): Promise<boolean> {
  const leaving = await begin(ctx, memberId);
  if (!leaving) return false;
  const actor: Actor = { id: memberId, name: "", displayName: "", role: "member", title: "" };
  for (const erasure of erasures) {
    await ctx.db.accountDeletion.update({ where: { memberId }, data: { step: erasure.name } });
    for (let isMore = true; isMore;) {
      signal?.throwIfAborted();
      isMore = await inTransaction(ctx, async (tx) => {
        // Written first: it holds the member, and a transaction that reads before it writes may have to give way.
        await tx.db.$executeRaw`UPDATE "Member" SET "id" = "id" WHERE "id" = ${memberId}`;
        return erasure.eraseSome({ ...tx, actor }, leaving);
      });
    }
  }
  await forgetCopy(ctx, memberId);
  if (await isLastMailWaiting(ctx, memberId)) return false;
  await eraseStoredMails(ctx, leaving);
  await inTransaction(ctx, async (tx) => {
    await eraseAddress(tx, leaving);
    await forgetAddress(tx, memberId);
    await tx.db.accountDeletion.update({
      where: { memberId },
      data: { finishedAt: tx.clock.now(), step: "" },
    });
  });
  ctx.log.info({ memberId }, "an account was erased");
  return true;
}

/** From here on there is no way back: the name goes, and the last mail is written to the address while it is known. */
async function begin(ctx: SystemContext, memberId: number): Promise<Leaving | null> {
  const { defaultLocale } = await readSite(ctx);
  const leaving = await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const { count: isFirst } = await tx.db.accountDeletion.updateMany({
      where: { memberId, startedAt: null, dueAt: { lte: now } },
      data: { startedAt: now },
    });
    const row = await tx.db.accountDeletion.findUnique({ where: { memberId }, include: { member: true } });
    if (!row?.startedAt || row.finishedAt) return null;
    const { email, emailVerifiedAt, locale } = row.member;
    if (isFirst && email && emailVerifiedAt)
      await sendLastMail(tx, { memberId, to: email, locale: isLocale(locale) ? locale : defaultLocale });
    await makeNameless(tx, { memberId, locale: defaultLocale });
    return { memberId, keepsPosts: row.keepsPosts, email };
  });
  forgetSite(ctx);
  return leaving;
}

async function forgetCopy({ db, files }: SystemContext, memberId: number): Promise<void> {
  const copy = await db.dataExport.findUnique({ where: { memberId } });
  if (!copy) return;
  await files.delete(copyFile(copy.key));
  await db.dataExport.deleteMany({ where: { memberId } });
}

/** The job the clock starts every few minutes: see wiring/schedule. */
export const erasureJob: Listener<Platform> = {
  name: "account-erasure",
  batchSize: 1,
  isLong: true,
  async handle(platform, _deliveries, signal) {
    const ctx = systemContext(platform);
    await eraseDueAccounts(ctx, signal);
    await freeNames(ctx);
  },
};
