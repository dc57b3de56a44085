import { appendAudit } from "~/features/audit/appending.server";
import type { Context, MemberContext } from "~/features/members/context";
import { isAdmin } from "~/features/members/role";
import { shortCache } from "~/features/site/short-cache";
import { asJson } from "~/platform/db/columns";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { usualHideAt } from "./weight";

export interface ModerationRules {
  /** Points of flags at which a post is hidden until a moderator looked. */
  hideAt: number;
}

type Reader = Pick<Context, "rows" | "config" | "clock">;

const settingKey = "moderation";
const cache = shortCache(loadRules);

/** Costs a query only every few seconds. */
export async function readModerationRules(ctx: Reader): Promise<ModerationRules> {
  return cache.get(ctx);
}

/** Admins say how much it takes to hide a post. Counts for the next flag. */
export async function saveModerationRules(ctx: MemberContext, rules: ModerationRules): Promise<void> {
  if (!isAdmin(ctx.actor)) throw new Forbidden("moderation.rules");
  const value = { ...rules };
  await inTransaction(ctx, async (tx) => {
    const kept = await tx.db.setting.findUnique({ where: { key: settingKey } });
    await tx.db.setting.upsert({
      where: { key: settingKey },
      create: { key: settingKey, value },
      update: { value },
    });
    const from = (kept?.value as Partial<ModerationRules> | undefined)?.hideAt ?? usualHideAt;
    if (from === rules.hideAt) return;
    await appendAudit(tx, "site-changed", {
      setting: "hideAt",
      from: String(from),
      to: String(rules.hideAt),
    });
  });
  cache.drop(ctx);
}

async function loadRules({ rows }: Reader): Promise<ModerationRules> {
  const [row] = await rows<{ value: unknown }>(`SELECT "value" FROM "Setting" WHERE "key" = '${settingKey}'`);
  return { hideAt: usualHideAt, ...(row && asJson<Partial<ModerationRules>>(row.value)) };
}
