import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import type { Theme } from "~/ui/layouts/theme";
import type { Locale } from "~/locales/locales";
import type { Context, MemberContext } from "./context";
import { type DisplayNameRefusal, refuseDisplayName, tidyDisplayName } from "./display-name";
import { memberRenamed } from "./events";
import { noteNameChange } from "./former-names.server";
import type { ProfileInput } from "./input";
import type { NameRules } from "./reserved-names";
import { isModerator, isRole, isStaff } from "./role";
import { looksLikeTeam } from "./team-likeness.server";

/** What somebody may change about themselves, as they left it. */
export async function getOwnProfile({ db, actor }: MemberContext) {
  return db.member.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      name: true,
      displayName: true,
      bio: true,
      title: true,
      locale: true,
      theme: true,
      timeZone: true,
      votesHiddenAt: true,
    },
  });
}

/**
 * Saves the own profile. A title is only for those who speak for the site, and nobody else may choose to be shown like one
 * of them; what somebody was shown as before stays theirs.
 */
export async function saveProfile(
  ctx: MemberContext,
  { title, "hide-votes": hidesVotes, ...input }: ProfileInput,
  rules: NameRules,
): Promise<Outcome<Record<never, never>, DisplayNameRefusal | "name-of-team">> {
  const displayName = tidyDisplayName(input.displayName);
  if (displayName !== ctx.actor.displayName) {
    const refusal = refuseDisplayName(displayName, { ...rules, isStaff: isStaff(ctx.actor) });
    if (refusal) return refused(refusal);
    const isLikeTeam =
      !isStaff(ctx.actor) && (await looksLikeTeam(ctx, { shown: displayName, memberId: ctx.actor.id }));
    if (isLikeTeam) return refused("name-of-team");
  }
  await inTransaction(ctx, async (tx) => {
    const mayHaveTitle = isModerator(tx.actor) && title !== undefined;
    const before = await tx.db.member.findUniqueOrThrow({
      where: { id: tx.actor.id },
      select: { votesHiddenAt: true, displayName: true, role: true },
    });
    await tx.db.member.update({
      where: { id: tx.actor.id },
      data: {
        ...input,
        displayName,
        votesHiddenAt: hidesVotes ? (before.votesHiddenAt ?? tx.clock.now()) : null,
        ...(mayHaveTitle && { title }),
      },
    });
    if (displayName === before.displayName) return;
    // What others were shown as is nobody's business once they changed it.
    if (isModerator({ role: isRole(before.role) ? before.role : "member" }))
      await noteNameChange(tx, {
        memberId: tx.actor.id,
        role: before.role,
        kind: "display-name",
        from: before.displayName,
      });
    await appendEvent(tx, memberRenamed(tx.actor.id));
  });
  return done({});
}

/** Keeps a choice made in the frame of a page with the account; a guest's is in a cookie. */
export async function keepPreference(
  ctx: Context,
  choice: { locale: Locale } | { theme: Theme },
): Promise<void> {
  if (!ctx.actor) return;
  const { count } = await ctx.db.member.updateMany({ where: { id: ctx.actor.id }, data: choice });
  if (count === 0) throw new NotFound("member");
}
