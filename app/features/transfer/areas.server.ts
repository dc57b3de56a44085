import type { SystemContext } from "~/features/members/context";
import { areaPresets } from "~/features/site/area-presets";
import { forgetAreas, insertAreas, listAllAreas } from "~/features/site/areas.server";
import { inTransaction } from "~/platform/db/transaction.server";

/** A site that was not set up yet gets the wallet's areas, so that what is imported has somewhere to go. */
export async function ensureAreas(ctx: SystemContext): Promise<void> {
  if ((await listAllAreas(ctx)).length > 0) return;
  await inTransaction(ctx, async (tx) => {
    await insertAreas(tx, areaPresets.wallet);
  });
  forgetAreas(ctx);
}
