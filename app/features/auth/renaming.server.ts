import { appendAudit } from "~/features/audit/appending.server";
import { sendAccountMail } from "~/features/mailing/account-mails.server";
import { claimName, LooksTaken, releaseNames } from "~/features/members/claiming.server";
import type { Context, MemberContext } from "~/features/members/context";
import { memberRenamed } from "~/features/members/events";
import { noteNameChange } from "~/features/members/former-names.server";
import { foldName, type NameRefusal, refuseName, tidyName } from "~/features/members/naming";
import type { NameRules } from "~/features/members/reserved-names";
import { isStaff } from "~/features/members/role";
import { looksLikeTeam } from "~/features/members/team-likeness.server";
import { days } from "~/platform/clock/clock";
import { inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";

/** So many changes within so long: one, and one more to put a mistake right. */
export const renaming = { times: 2, withinMs: days(30) };

export type RenameRefusal =
  NameRefusal | "name-same" | "name-taken" | "name-alike" | "name-of-team" | "name-wait";

/** When the name may be changed again; null when it may now. */
export async function findRenameWait(
  { db, clock }: Pick<Context, "clock"> & { db: Pick<Context["db"], "nameChange"> },
  memberId: number,
): Promise<Date | null> {
  const since = new Date(clock.now().getTime() - renaming.withinMs);
  const recent = await db.nameChange.findMany({
    where: { memberId, kind: "name", changedAt: { gt: since } },
    orderBy: { id: "desc" },
    take: renaming.times,
    select: { changedAt: true },
  });
  if (recent.length < renaming.times) return null;
  return new Date(recent.at(-1)!.changedAt.getTime() + renaming.withinMs);
}

/**
 * Gives the account another name to sign in with. The old one is kept: nobody else gets it or one that looks like it, its
 * page leads to the new one, and its owner may have it back. Mails the member, since only they should be able to.
 */
export async function renameMember(
  ctx: MemberContext,
  { name: typed }: { name: string },
  rules: NameRules,
): Promise<Outcome<{ name: string }, RenameRefusal>> {
  const memberId = ctx.actor.id;
  const name = tidyName(typed);
  const refusal = refuseName(name, rules);
  if (name === ctx.actor.name) return refused("name-same");
  if (refusal && !(refusal === "name-reserved" && isStaff(ctx.actor))) return refused(refusal);
  if (!isStaff(ctx.actor) && (await looksLikeTeam(ctx, { shown: name, memberId })))
    return refused("name-of-team");
  try {
    return await inTransaction(ctx, async (tx) => {
      // Written first: of two changes of one account at once the second counts the first.
      const before = await tx.db.member.update({
        where: { id: memberId, deletedAt: null },
        data: { deletedAt: null },
        select: { name: true, displayName: true, role: true },
      });
      if (await findRenameWait(tx, memberId)) return refused("name-wait");
      if (before.name === name) return refused("name-same");
      await tx.db.member.update({
        where: { id: memberId },
        data: {
          ...{ name, nameFolded: foldName(name) },
          // Whoever never chose another is shown by their name.
          ...(before.displayName === before.name && { displayName: name }),
        },
      });
      await releaseNames(tx, memberId);
      await claimName(tx, { memberId, name });
      await noteNameChange(tx, { memberId, role: before.role, kind: "name", from: before.name });
      await appendEvent(tx, memberRenamed(memberId));
      await sendAccountMail(tx, { type: "name-changed", memberId });
      await appendAudit(tx, "name-changed", { member: name, from: before.name, to: name });
      return done({ name });
    });
  } catch (error) {
    if (error instanceof LooksTaken) return refused("name-alike");
    if (isUniqueViolation(error)) return refused("name-taken");
    throw error;
  }
}
