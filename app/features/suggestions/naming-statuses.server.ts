import type { MemberContext } from "~/features/members/context";
import { isAdmin } from "~/features/members/role";
import { forgetSite, writeSite } from "~/features/site/settings.server";
import type { StatusChange } from "~/features/site/status-change";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";

/** How the site calls and colours the statuses of suggestions. Admins only. */
export async function saveStatuses(
  ctx: MemberContext,
  statuses: Record<string, StatusChange>,
): Promise<void> {
  if (!isAdmin(ctx.actor)) throw new Forbidden("suggestions.statuses");
  await inTransaction(ctx, (tx) => writeSite(tx, { statuses }));
  forgetSite(ctx);
}
