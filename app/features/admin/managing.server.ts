import type { Context, MemberContext } from "~/features/members/context";
import { isAdmin } from "~/features/members/role";
import { readSite, saveSite } from "~/features/site/settings.server";
import { Forbidden } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { deleteMark, storeMark } from "./mark.server";
import type { SiteInput } from "./site-input";

export interface SiteChangeInput {
  site: SiteInput;
  /** A new mark; null keeps what there is. */
  mark: File | null;
  isMarkRemoved: boolean;
}

/** For the loaders of admin pages: what only admins may see is not even read for others. */
export function requireAdmin(ctx: Context): void {
  if (!isAdmin(ctx.actor)) throw new Forbidden("admin");
}

export async function changeSite(
  ctx: MemberContext,
  { site, mark, isMarkRemoved }: SiteChangeInput,
): Promise<Outcome<Record<never, never>, "mark-unusable">> {
  requireAdmin(ctx);
  const { markKey: before } = await readSite(ctx);
  const stored = mark && (await storeMark(ctx, mark));
  if (mark && !stored) return refused("mark-unusable");
  const markKey = stored ?? (isMarkRemoved ? null : before);
  await saveSite(ctx, { ...site, markKey });
  if (before !== markKey) await deleteMark(ctx, before);
  return done({});
}
