import type { Locale } from "~/locales/locales";
import { days } from "~/platform/clock/clock";
import { translator } from "~/platform/i18n/translator";
import { appendEvent } from "~/platform/outbox/append.server";
import type { Context, Tx } from "./context";
import { memberRenamed, memberRoleChanged } from "./events";
import { isRole } from "./role";

/** Nobody else may be taken for who has gone: as long as somebody may still remember the name. */
export const nameKeptMs = days(90);

/**
 * Makes of a member a record without a name, which what they wrote can go on pointing to. The address stays until the last
 * mail has gone: see `forgetAddress`. Doing it again changes nothing.
 */
export async function makeNameless(
  tx: Tx,
  { memberId, locale }: { memberId: number; locale: Locale },
): Promise<void> {
  const { name, nameFolded, role } = await tx.db.member.findUniqueOrThrow({ where: { id: memberId } });
  const empty = namelessName(memberId);
  if (name === empty) return;
  const releasedAt = tx.clock.now();
  await tx.db.nameClaim.updateMany({ where: { memberId }, data: { name: "", releasedAt } });
  const { count } = await tx.db.nameClaim.updateMany({ where: { nameFolded }, data: { name: "" } });
  if (count === 0)
    await tx.db.nameClaim.create({
      data: { skeleton: nameFolded, memberId, name: "", nameFolded, releasedAt },
    });
  await tx.db.nameChange.deleteMany({ where: { memberId } });
  await tx.db.teamTerm.deleteMany({ where: { memberId } });
  await tx.db.member.update({
    where: { id: memberId },
    data: {
      ...{ name: empty, nameFolded: empty, displayName: translator(locale, "members")("deletedMember") },
      ...{ passwordHash: null, role: "member", title: "", bio: "", locale: null, theme: "auto" },
      ...{ timeZone: "UTC", lastSeenAt: null, votesHiddenAt: null, secondFactorAt: null },
      ...{ leftTeamAt: null, lastRemovedAt: null },
    },
  });
  await appendEvent(tx, memberRenamed(memberId));
  if (isRole(role) && role !== "member") await appendEvent(tx, memberRoleChanged(memberId, role, "member"));
}

export async function forgetAddress({ db }: Tx, memberId: number): Promise<void> {
  await db.member.update({ where: { id: memberId }, data: { email: null, emailVerifiedAt: null } });
}

/** Names of those who have gone can be taken again. Answers how many. */
export async function freeNames({ db, clock }: Context): Promise<number> {
  const before = new Date(clock.now().getTime() - nameKeptMs);
  const { count } = await db.nameClaim.deleteMany({
    where: { releasedAt: { lte: before }, member: { deletion: { finishedAt: { not: null } } } },
  });
  return count;
}

/** Nothing anybody could take: names do not begin with a dash. */
function namelessName(memberId: number): string {
  return `-${memberId}`;
}
