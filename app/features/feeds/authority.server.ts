import type { Context } from "~/features/members/context";
import { asJson } from "~/platform/db/columns";

const settingKey = "feeds";
const kept = new WeakMap<object, string>();

/**
 * The name in the ids of all entries: the host the site answered on when a feed was first asked for, kept for ever. When
 * the site moves to another host, readers still know what they have read.
 */
export async function readAuthority(ctx: Context): Promise<string> {
  const known = kept.get(ctx.config);
  if (known) return known;
  const authority = (await find(ctx)) ?? (await keep(ctx));
  kept.set(ctx.config, authority);
  return authority;
}

async function find({ rows }: Context): Promise<string | undefined> {
  const [row] = await rows<{ value: unknown }>(`SELECT "value" FROM "Setting" WHERE "key" = '${settingKey}'`);
  return row && asJson<{ authority: string }>(row.value).authority;
}

/** Of two processes that are first at once, one wins and both use its answer. */
async function keep(ctx: Context): Promise<string> {
  const authority = new URL(ctx.config.origin).hostname;
  await ctx.db.setting.upsert({
    where: { key: settingKey },
    create: { key: settingKey, value: { authority } },
    update: {},
  });
  return (await find(ctx)) ?? authority;
}
