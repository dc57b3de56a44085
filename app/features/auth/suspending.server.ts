import { appendAudit } from "~/features/audit/appending.server";
import { sendSuspensionMail } from "~/features/mailing/suspension-mails.server";
import type { Context, MemberContext, Tx } from "~/features/members/context";
import { memberReinstated, memberSuspended } from "~/features/members/events";
import { foldName } from "~/features/members/naming";
import { isModerator, isRole } from "~/features/members/role";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { revokeAllSessions } from "./sessions.server";
import { maySuspend, type SuspensionLength, type SuspensionReason, suspendedUntil } from "./suspension";

export interface SuspendInput {
  name: string;
  length: SuspensionLength;
  reason: SuspensionReason;
  /** To the member, when they try to sign in. */
  note: string;
  /** Everything they wrote goes out of sight, part by part; see topics/hiding-all. */
  hidesPosts: boolean;
}

/**
 * Shuts an account out: signed out everywhere at once, its votes uncounted, told by mail. Throws Forbidden for who may
 * not, also for the team's equals and above, NotFound for an account that nobody signs in to.
 */
export async function suspendMember(
  ctx: MemberContext,
  { name, length, reason, note, hidesPosts }: SuspendInput,
): Promise<Outcome<{ untilAt: Date | null }, "suspended-already">> {
  if (!isModerator(ctx.actor)) throw new Forbidden("member.suspend");
  return inTransaction(ctx, async (tx) => {
    const member = await takeMember(tx, name);
    if (!maySuspend(tx.actor, member)) throw new Forbidden("member.suspend");
    if (member.suspendedAt) return refused("suspended-already");
    const fromAt = tx.clock.now();
    const untilAt = suspendedUntil(length, fromAt);
    await tx.db.suspension.create({
      data: { memberId: member.id, byId: tx.actor.id, reason, note, fromAt, untilAt },
    });
    await tx.db.member.update({ where: { id: member.id }, data: { suspendedAt: fromAt } });
    await revokeAllSessions(tx, member.id);
    await appendEvent(tx, memberSuspended(member.id, { hidesPosts }));
    await sendSuspensionMail(tx, { to: member, type: "suspended", reason, untilAt });
    const until = untilAt?.toISOString() ?? "";
    await appendAudit(tx, "member-suspended", { member: member.name, reason, until, posts: hidesPosts });
    return done({ untilAt });
  });
}

/**
 * Ends a suspension before its time. Doing it again changes nothing, but for `showsPosts`: what was hidden with a
 * suspension that is over can be shown at any time.
 */
export async function liftSuspension(
  ctx: MemberContext,
  { name, showsPosts }: { name: string; showsPosts: boolean },
): Promise<void> {
  if (!isModerator(ctx.actor)) throw new Forbidden("member.suspend");
  await inTransaction(ctx, async (tx) => {
    const member = await takeMember(tx, name);
    if (!maySuspend(tx.actor, member)) throw new Forbidden("member.suspend");
    if (member.suspendedAt) await end(tx, member, { showsPosts });
    else if (showsPosts) {
      await appendEvent(tx, memberReinstated(member.id, { showsPosts }));
      await appendAudit(tx, "posts-shown", { member: member.name });
    }
  });
}

/** Ends every suspension whose time is over, a bounded number at a time. Answers how many. */
export async function endSuspensionsThatAreOver(ctx: Context): Promise<number> {
  const over = await ctx.db.suspension.findMany({
    where: { liftedAt: null, untilAt: { lte: ctx.clock.now() } },
    select: { memberId: true },
    orderBy: { untilAt: "asc" },
    take: endedAtOnce,
  });
  let ended = 0;
  for (const { memberId } of over) if (await endSuspensionIfOver(ctx, memberId)) ended++;
  return ended;
}

const endedAtOnce = 200;

/** Asked wherever somebody suspended knocks, so that the end does not wait for a job. False while it goes on. */
export async function endSuspensionIfOver(ctx: Context, memberId: number): Promise<boolean> {
  // For nobody: time ended it, whoever is asking.
  return inTransaction({ ...ctx, actor: null }, async (tx) => {
    const member = await lockMember(tx, memberId);
    if (!member?.suspendedAt) return false;
    const standing = await tx.db.suspension.findMany({ where: { memberId, liftedAt: null } });
    const now = tx.clock.now();
    const isOver = standing.length > 0 && standing.every(({ untilAt }) => untilAt !== null && untilAt <= now);
    if (!isOver) return false;
    await end(tx, member, { showsPosts: false });
    return true;
  });
}

interface Suspended {
  id: number;
  name: string;
  email: string | null;
  locale: string | null;
}

async function end(tx: Tx, member: Suspended, { showsPosts }: { showsPosts: boolean }): Promise<void> {
  const liftedAt = tx.clock.now();
  await tx.db.suspension.updateMany({
    where: { memberId: member.id, liftedAt: null },
    data: { liftedAt, liftedById: tx.actor?.id ?? null },
  });
  await tx.db.member.update({ where: { id: member.id }, data: { suspendedAt: null } });
  // A sign-in that was under way when it began must not wake now.
  await revokeAllSessions(tx, member.id);
  await appendEvent(tx, memberReinstated(member.id, { showsPosts }));
  await sendSuspensionMail(tx, { to: member, type: "suspension-ended" });
  await appendAudit(tx, "suspension-lifted", { member: member.name, posts: showsPosts });
}

async function takeMember(tx: Tx, name: string) {
  const found = await tx.db.member.findUnique({
    where: { nameFolded: foldName(name) },
    select: { id: true },
  });
  const member = found && (await lockMember(tx, found.id));
  if (!member || member.deletedAt || member.origin !== "account") throw new NotFound("member");
  return member;
}

/** Written first: whoever posts or suspends at the same moment waits here. */
async function lockMember(tx: Tx, memberId: number) {
  await tx.db.$executeRaw`UPDATE "Member" SET "id" = "id" WHERE "id" = ${memberId}`;
  const member = await tx.db.member.findUnique({
    where: { id: memberId },
    select: {
      ...{ id: true, name: true, email: true, locale: true, role: true },
      ...{ origin: true, suspendedAt: true, deletedAt: true },
    },
  });
  return member && { ...member, role: isRole(member.role) ? member.role : "member" };
}
