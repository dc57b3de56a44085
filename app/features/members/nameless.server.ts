import type { Locale } from "~/locales/locales";
import { translator } from "~/platform/i18n/translator";
import { appendEvent } from "~/platform/outbox/append.server";
import { claimFreeNames, nameKeptForMs } from "./claiming.server";
import type { Context, Tx } from "./context";
import { memberRenamed, memberRoleChanged } from "./events";
import { namelessName } from "./nameless-name";
import { isRole } from "./role";

/**
 * Makes of a member a record without a name, which what they wrote can go on pointing to. The address stays until the last
 * mail has gone: see `forgetAddress`. Doing it again changes nothing.
 */
export async function makeNameless(
  tx: Tx,
  { memberId, locale }: { memberId: number; locale: Locale },
): Promise<void> {
  const { name, role } = await tx.db.member.findUniqueOrThrow({ where: { id: memberId } });
  const empty = namelessName(memberId);
  if (name === empty) return;
  // Whoever came before looks were claimed may look like somebody else: what is free is kept, the rest is theirs.
  await claimFreeNames(tx, [{ memberId, name }]);
  const releasedAt = tx.clock.now();
  await tx.db.nameClaim.updateMany({ where: { memberId }, data: { name: "", releasedAt } });
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
  const before = new Date(clock.now().getTime() - nameKeptForMs);
  const { count } = await db.nameClaim.deleteMany({
    where: { releasedAt: { lte: before }, member: { deletion: { finishedAt: { not: null } } } },
  });
  return count;
}
