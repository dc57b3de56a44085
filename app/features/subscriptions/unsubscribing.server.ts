import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "~/features/members/context";
import { NotFound } from "~/platform/errors";

type Keeper = Pick<Context, "config">;

/** Acts without signing in and does not age: whoever holds the mail may stop it. */
export function stopUrl(ctx: Keeper, subscriberId: number): string {
  return `${ctx.config.origin}/subscribe/${subscriberId}.${signature(ctx, subscriberId)}/stop`;
}

/** Throws NotFound for a link we did not write. */
export function requireStopLink(ctx: Keeper, token: string): number {
  const [, id = "", signed = ""] = /^(\d{1,10})\.([\w-]{32})$/.exec(token) ?? [];
  const expected = Buffer.from(signature(ctx, Number(id)));
  const given = Buffer.from(signed);
  if (!id || given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new NotFound("unsubscribe");
  return Number(id);
}

/** Forgets the address altogether. Twice changes nothing. */
export async function stopSubscription(ctx: Context, token: string): Promise<void> {
  await ctx.db.changelogSubscriber.deleteMany({ where: { id: requireStopLink(ctx, token) } });
}

function signature({ config }: Keeper, subscriberId: number): string {
  return createHmac("sha256", config.secrets.session)
    .update(`changelog subscriber ${subscriberId}`)
    .digest("base64url")
    .slice(0, 32);
}
