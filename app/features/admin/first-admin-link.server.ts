import { createHash, randomBytes } from "node:crypto";
import type { Context, SystemContext, Tx } from "~/features/members/context";
import { hours } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import { firstRunPath } from "./paths";

const purpose = "first-admin";
const tokenBytes = 32;
const validForMs = hours(24);

/**
 * A link that makes the first administrator, once and within a day. Links made before stop working. Null when there
 * is an administrator already: then nobody becomes one by a link.
 */
export async function createFirstAdminLink(ctx: SystemContext): Promise<string | null> {
  const token = randomBytes(tokenBytes).toString("base64url");
  const now = ctx.clock.now();
  const isMade = await inTransaction(ctx, async (tx) => {
    await tx.db.oneTimeLink.deleteMany({ where: { purpose } });
    if (await hasAdmin(tx.db)) return false;
    const expiresAt = new Date(now.getTime() + validForMs);
    await tx.db.oneTimeLink.create({
      data: { purpose, tokenHash: hashOf(token), createdAt: now, expiresAt },
    });
    return true;
  });
  return isMade ? ctx.config.origin + firstRunPath(token) : null;
}

/** Whether a link would work now; says nothing about why it would not. */
export async function isFirstAdminLink({ db, clock }: Context, token: string): Promise<boolean> {
  const where = { purpose, tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: clock.now() } };
  return (await db.oneTimeLink.count({ where })) === 1 && !(await hasAdmin(db));
}

/** Uses the link up, in the transaction that makes the administrator. Of two at once only one is told true. */
export async function consumeFirstAdminLink(tx: Tx, token: string): Promise<boolean> {
  const now = tx.clock.now();
  const { count } = await tx.db.oneTimeLink.updateMany({
    where: { purpose, tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1 && !(await hasAdmin(tx.db));
}

function hasAdmin(db: Tx["db"]): Promise<boolean> {
  return db.member.count({ where: { role: "admin", deletedAt: null } }).then((count) => count > 0);
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
