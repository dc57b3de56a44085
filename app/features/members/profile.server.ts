import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import type { Theme } from "~/ui/layouts/theme";
import type { Locale } from "~/locales/locales";
import type { Context, MemberContext } from "./context";
import { type DisplayNameRefusal, refuseDisplayName, tidyDisplayName } from "./display-name";
import { memberRenamed } from "./events";
import type { ProfileInput } from "./input";
import { isModerator, isStaff } from "./role";

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

/** Saves the own profile. A title is only for those who speak for the site. */
export async function saveProfile(
  ctx: MemberContext,
  { title, "hide-votes": hidesVotes, ...input }: ProfileInput,
  { siteName }: { siteName: string },
): Promise<Outcome<Record<never, never>, DisplayNameRefusal>> {
  const displayName = tidyDisplayName(input.displayName);
  const refusal = refuseDisplayName(displayName, { siteName, isStaff: isStaff(ctx.actor) });
  if (refusal && displayName !== ctx.actor.displayName) return refused(refusal);
  await inTransaction(ctx, async (tx) => {
    const mayHaveTitle = isModerator(tx.actor) && title !== undefined;
    const { votesHiddenAt } = await tx.db.member.findUniqueOrThrow({
      where: { id: tx.actor.id },
      select: { votesHiddenAt: true },
    });
    await tx.db.member.update({
      where: { id: tx.actor.id },
      data: {
        ...input,
        displayName,
        votesHiddenAt: hidesVotes ? (votesHiddenAt ?? tx.clock.now()) : null,
        ...(mayHaveTitle && { title }),
      },
    });
    if (displayName !== tx.actor.displayName) await appendEvent(tx, memberRenamed(tx.actor.id));
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
