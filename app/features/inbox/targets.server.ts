import type { Context } from "~/features/members/context";
import { isAdmin } from "~/features/members/role";
import { shortCache } from "~/features/site/short-cache";
import { asJson } from "~/platform/db/columns";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { type ResponseTargets, usualTargets } from "./response";

type Reader = Pick<Context, "rows" | "config" | "clock">;

const settingKey = "response";
const cache = shortCache(loadTargets);

/** How fast the team means to be. Costs a query only every few seconds. */
export async function readTargets(ctx: Reader): Promise<ResponseTargets> {
  return cache.get(ctx);
}

/** Admins say how fast the team means to be. Everything that waits is measured by it at once. */
export async function saveTargets(ctx: Context, targets: ResponseTargets): Promise<void> {
  if (!isAdmin(ctx.actor)) throw new Forbidden("inbox.targets");
  const value = { ...targets, week: targets.week && { ...targets.week } } as object;
  await inTransaction(ctx, (tx) =>
    tx.db.setting.upsert({
      where: { key: settingKey },
      create: { key: settingKey, value },
      update: { value },
    }),
  );
  cache.drop(ctx);
}

async function loadTargets({ rows }: Reader): Promise<ResponseTargets> {
  const [row] = await rows<{ value: unknown }>(`SELECT "value" FROM "Setting" WHERE "key" = '${settingKey}'`);
  return { ...usualTargets, ...(row && asJson<Partial<ResponseTargets>>(row.value)) };
}
