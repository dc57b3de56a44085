import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "~/features/members/context";
import { isNoticeType, type NoticeType } from "./notice";

/** What one press stops: mails about one topic, mails of one type, the digest, or all that is not about the account. */
export type Subscription =
  | { memberId: number; topicId: number }
  | { memberId: number; type: NoticeType }
  | { memberId: number; digest: true }
  | { memberId: number; all: true };

type Keeper = Pick<Context, "config">;

/** Works without signing in and does not age: whoever holds the mail may stop it. */
export function unsubscribeUrl(ctx: Keeper, subscription: Subscription): string {
  const said = write(subscription);
  return `${ctx.config.origin}/unsubscribe/${said}.${signature(ctx, said)}`;
}

/** What a link stops; null for one we did not write. */
export function readUnsubscribeToken(ctx: Keeper, token: string): Subscription | null {
  const [said = "", signed = "", ...more] = token.slice(0, 200).split(".");
  const expected = Buffer.from(signature(ctx, said));
  const given = Buffer.from(signed);
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return read(said);
}

function write(subscription: Subscription): string {
  const { memberId } = subscription;
  if ("topicId" in subscription) return `${memberId}-t${subscription.topicId}`;
  if ("type" in subscription) return `${memberId}-n_${subscription.type}`;
  return `${memberId}-${"digest" in subscription ? "digest" : "all"}`;
}

function read(said: string): Subscription | null {
  const [, member, what = ""] = /^(\d{1,10})-(.+)$/.exec(said) ?? [];
  const memberId = Number(member);
  if (!member) return null;
  if (/^t\d{1,10}$/.test(what)) return { memberId, topicId: Number(what.slice(1)) };
  if (what === "digest") return { memberId, digest: true };
  if (what === "all") return { memberId, all: true };
  const type = what.slice(2);
  return what.startsWith("n_") && isNoticeType(type) ? { memberId, type } : null;
}

function signature({ config }: Keeper, said: string): string {
  return createHmac("sha256", config.secrets.session)
    .update(`unsubscribe ${said}`)
    .digest("base64url")
    .slice(0, 32);
}
