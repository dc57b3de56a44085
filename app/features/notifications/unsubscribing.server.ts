import type { Context } from "~/features/members/context";
import { setFollow } from "~/features/topics/following.server";
import { getActor } from "~/features/members/acting.server";
import { NotFound } from "~/platform/errors";
import { type NoticeType } from "./notice";
import { changeNoticeSettings } from "./settings.server";
import { readUnsubscribeToken } from "./unsubscribe-link.server";

/** What a link would stop, as its page says it. Throws NotFound for a link that is none of ours. */
export type Stoppable =
  | { what: "topic"; number: number }
  | { what: "type"; type: NoticeType }
  | { what: "digest" }
  | { what: "all" };

export async function getStoppable(ctx: Context, token: string): Promise<Stoppable> {
  const subscription = readUnsubscribeToken(ctx, token);
  if (!subscription) throw new NotFound("unsubscribe");
  if ("type" in subscription) return { what: "type", type: subscription.type };
  if ("digest" in subscription) return { what: "digest" };
  if ("all" in subscription) return { what: "all" };
  const topic = await ctx.db.topic.findUnique({
    where: { id: subscription.topicId },
    select: { number: true },
  });
  if (!topic) throw new NotFound("unsubscribe");
  return { what: "topic", number: topic.number };
}

/** Acts for whoever the mail went to, signed in or not. Doing it twice changes nothing. */
export async function unsubscribe(ctx: Context, token: string): Promise<void> {
  const subscription = readUnsubscribeToken(ctx, token);
  if (!subscription) throw new NotFound("unsubscribe");
  const { memberId } = subscription;
  const actor = await getActor(ctx, memberId);
  if ("topicId" in subscription) {
    const stopped = await getStoppable(ctx, token);
    if (stopped.what === "topic")
      await setFollow({ ...ctx, actor }, { number: stopped.number, level: "muted" });
    return;
  }
  await changeNoticeSettings(ctx, memberId, (settings) => {
    if ("all" in subscription) return { ...settings, isMailMuted: true };
    const { choices } = settings;
    if ("type" in subscription) {
      const { type } = subscription;
      return { ...settings, choices: { ...choices, [type]: { ...choices[type], mail: false } } };
    }
    const withoutDigest = Object.entries(choices).map(([type, wanted]) => [
      type,
      { ...wanted, digest: false },
    ]);
    return { ...settings, choices: Object.fromEntries(withoutDigest) as typeof choices };
  });
}
