import { appendAudit } from "~/features/audit/appending.server";
import type { Context, MemberContext } from "~/features/members/context";
import { isAdmin } from "~/features/members/role";
import { shortCache } from "~/features/site/short-cache";
import { asJson } from "~/platform/db/columns";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { type HoldingRules, usualRules } from "./rules";

type Reader = Pick<Context, "rows" | "config" | "clock">;

const settingKey = "holding";
const cache = shortCache(loadRules);

/** Which posts wait for a moderator. Costs a query only every few seconds. */
export async function readHoldingRules(ctx: Reader): Promise<HoldingRules> {
  return cache.get(ctx);
}

/** Admins say which posts wait. The log keeps that they did and how many keywords there are, not which. */
export async function saveHoldingRules(ctx: MemberContext, rules: HoldingRules): Promise<void> {
  if (!isAdmin(ctx.actor)) throw new Forbidden("holding.rules");
  const value = { ...rules };
  await inTransaction(ctx, async (tx) => {
    await tx.db.setting.upsert({
      where: { key: settingKey },
      create: { key: settingKey, value },
      update: { value },
    });
    const { links, contacts, images, firstPosts } = rules;
    await appendAudit(tx, "holding-rules-changed", {
      ...{ links, contacts, images, firstPosts },
      keywords: rules.keywords.length,
      hosts: rules.knownHosts.length,
    });
  });
  cache.drop(ctx);
}

async function loadRules({ rows }: Reader): Promise<HoldingRules> {
  const [row] = await rows<{ value: unknown }>(`SELECT "value" FROM "Setting" WHERE "key" = '${settingKey}'`);
  return { ...usualRules, ...(row && asJson<Partial<HoldingRules>>(row.value)) };
}
