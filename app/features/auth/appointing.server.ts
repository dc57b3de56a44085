import type { Actor, Context, SystemContext } from "~/features/members/context";
import { appendAudit } from "~/features/audit/appending.server";
import { memberRoleChanged } from "~/features/members/events";
import { foldName } from "~/features/members/naming";
import { isAdmin, isRole, isStaff, type Role } from "~/features/members/role";
import { followRole } from "~/features/members/team-terms.server";
import { nameRulesOf } from "~/features/site/name-rules";
import { forgetSite, readSite } from "~/features/site/settings.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import type { AccountInput } from "./input";
import { type Made, makeAccount } from "./making-accounts.server";
import { revokeAllSessions } from "./sessions.server";

/** Adds an account with a role, for the command line. The caller parses with AccountSchema. */
export async function createMember(
  ctx: SystemContext,
  { role, ...account }: AccountInput & { role: Role },
): Promise<Made<{ member: Actor }>> {
  const rules = {
    ...nameRulesOf(await readSite(ctx)),
    network: "command line",
    mayUseReservedNames: role === "staff" || role === "admin",
  };
  const made = await makeAccount(ctx, account, rules, (add) =>
    inTransaction(ctx, async (tx) => {
      const member = await add(tx, role);
      if (role !== "member")
        await appendAudit(tx, "role-changed", { member: member.name, from: "", to: role });
      return { member };
    }),
  );
  forgetSite(ctx);
  return made;
}

/**
 * Gives a member another role and signs them out, so that no session keeps rights it began with. For admins and the
 * command line. The last admin stays one: nobody could make another.
 */
export async function promoteMember(
  ctx: Context | SystemContext,
  { name, role }: { name: string; role: Role },
): Promise<Outcome<{ member: Actor }, "last-admin">> {
  if (!isSystem(ctx) && !isAdmin(ctx.actor)) throw new Forbidden("member.promote");
  const outcome = await inTransaction(ctx, async (tx) => {
    // Written first: of two admins who demote each other at once the second sees what the first did.
    await tx.db.member.updateMany({ where: { role: "admin" }, data: { role: "admin" } });
    const member = await tx.db.member.findUnique({ where: { nameFolded: foldName(name) } });
    if (!member || member.deletedAt || member.origin !== "account") throw new NotFound("member");
    const from = isRole(member.role) ? member.role : "member";
    if (from === "admin" && role !== "admin" && (await countAdmins(tx.db)) === 1)
      return refused("last-admin");

    if (from !== role) {
      const { leftTeamAt } = member;
      await tx.db.member.update({
        where: { id: member.id },
        data: { role, leftTeamAt: leavingAt({ from, to: role, leftTeamAt }, tx.clock.now()) },
      });
      await followRole(tx, { memberId: member.id, from, to: role });
      await revokeAllSessions(tx, member.id);
      await appendEvent(tx, memberRoleChanged(member.id, from, role));
      await appendAudit(tx, "role-changed", { member: member.name, from, to: role });
    }
    const { id, displayName, title } = member;
    return done({ member: { id, name: member.name, displayName, title, role } });
  });
  forgetSite(ctx);
  return outcome;
}

/** When somebody stopped speaking for the site: kept while they do not, forgotten once they do again. */
function leavingAt(change: { from: Role; to: Role; leftTeamAt: Date | null }, now: Date): Date | null {
  if (isStaff({ role: change.to })) return null;
  return isStaff({ role: change.from }) ? now : change.leftTeamAt;
}

function isSystem(ctx: Context | SystemContext): ctx is SystemContext {
  return "isSystem" in ctx && ctx.isSystem;
}

function countAdmins(db: Pick<Context["db"], "member">): Promise<number> {
  return db.member.count({ where: { role: "admin", deletedAt: null } });
}
