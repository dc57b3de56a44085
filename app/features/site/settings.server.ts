import type { Context, Tx } from "~/features/members/context";
import { appendAudit } from "~/features/audit/appending.server";
import { isAdmin } from "~/features/members/role";
import { asBoolean, asJson } from "~/platform/db/columns";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { shortCache } from "./short-cache";
import { emptySite, type SiteSettings } from "./site";

export type { SiteSettings } from "./site";

export type SiteChange = Partial<Omit<SiteSettings, "isSetUp">>;
type Reader = Pick<Context, "rows" | "config" | "clock">;

const settingKey = "site";
const longestValueKept = 2_000;
const cache = shortCache(loadSite);

/** What the site is called, speaks and looks like. Costs a query only every few seconds. */
export async function readSite(ctx: Reader): Promise<SiteSettings> {
  return cache.get(ctx);
}

/** Changes what is given and leaves the rest. Admins only. */
export async function saveSite(ctx: Context, change: SiteChange): Promise<void> {
  if (!isAdmin(ctx.actor)) throw new Forbidden("site.save");
  await inTransaction(ctx, (tx) => writeSite(tx, change));
  forgetSite(ctx);
}

/** For features that change settings as a part of something larger; they call `forgetSite` after their commit. */
export async function writeSite(tx: Tx, change: SiteChange): Promise<void> {
  await lockSite(tx);
  const { value } = await tx.db.setting.findUniqueOrThrow({ where: { key: settingKey } });
  await tx.db.setting.update({
    where: { key: settingKey },
    data: { value: { ...(value as object), ...change } },
  });
  await keepRecord(tx, { ...emptySite, ...(value as Partial<SiteSettings>) }, change);
}

/** One line of the audit log for each setting that is another one now. */
async function keepRecord(tx: Tx, before: SiteSettings, change: SiteChange): Promise<void> {
  for (const setting of Object.keys(change) as (keyof SiteChange)[]) {
    const [from, to] = [written(before[setting]), written(change[setting])];
    if (from === to) continue;
    const kind = setting === "statuses" ? "statuses-changed" : "site-changed";
    await appendAudit(tx, kind, { setting, from, to });
  }
}

function written(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.slice(0, longestValueKept);
}

/**
 * Takes the settings' row until the transaction ends. Of two changes at once the later one then reads what the earlier
 * wrote, and nothing is lost.
 */
export async function lockSite(tx: Tx): Promise<void> {
  const now = tx.clock.now();
  await tx.db.$executeRaw`
    INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES (${settingKey}, '{}', ${now})
    ON CONFLICT ("key") DO UPDATE SET "updatedAt" = ${now}`;
}

/** Makes this process read the settings anew. */
export function forgetSite(ctx: Pick<Context, "config" | "clock">): void {
  cache.drop(ctx);
}

async function loadSite({ rows }: Reader): Promise<SiteSettings> {
  const [row] = await rows<{ value: unknown; isSetUp: unknown }>(
    `SELECT (SELECT "value" FROM "Setting" WHERE "key" = '${settingKey}') AS "value",
            EXISTS (SELECT 1 FROM "Member" WHERE "role" = 'admin' AND "deletedAt" IS NULL) AS "isSetUp"`,
  );
  const kept = row?.value ? asJson<Partial<SiteSettings>>(row.value) : {};
  return { ...emptySite, ...kept, isSetUp: asBoolean(row?.isSetUp) };
}
