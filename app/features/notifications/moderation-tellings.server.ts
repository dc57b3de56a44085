import type { Context } from "~/features/members/context";
import type { Telling } from "./fact";

// Facts about posts that are often hidden or gone: they name no topic's row, which would hide them, but its public number.
// Nobody who reported and no moderator is in them.

/** The author of a post that flags hid, while it still waits. */
export async function ofHiding(ctx: Context, itemId: number): Promise<Telling[]> {
  const item = await ctx.db.reviewItem.findUnique({
    where: { id: itemId },
    include: { topic: { select: { number: true } } },
  });
  if (item?.state !== "open") return [];
  const data = { what: "hidden", number: item.topic.number, itemId, ...replyIn(item.replyId) };
  return [toOne(`hidden:${itemId}`, item.authorId, "moderation", data)];
}

/** The author, unless nothing changed for them, and each of those whose flag it decided. */
export async function ofDecision(
  ctx: Context,
  decisionId: number,
  { wasHeld }: { wasHeld: boolean },
): Promise<Telling[]> {
  const decision = await ctx.db.moderationDecision.findUnique({
    where: { id: decisionId },
    include: { topic: { select: { number: true } }, flags: { select: { memberId: true } } },
  });
  if (!decision?.topic) return [];
  const { act, reason, authorId, decidedById, topic } = decision;
  const about = { number: topic.number, decisionId, ...replyIn(decision.replyId) };
  const what = act === "kept" ? "approved" : act;
  const toAuthor = toOne(`decision:${decisionId}`, authorId, "moderation", { ...about, what, reason });
  const outcome = act === "removed" ? "upheld" : "refused";
  const reporters = decision.flags.map(({ memberId }) => memberId).filter((id) => id !== decidedById);
  return [
    ...(act === "kept" && !wasHeld ? [] : [toAuthor]),
    ...reporters.map((id) => toOne(`report:${decisionId}`, id, "report", { ...about, what: outcome })),
  ];
}

function replyIn(replyId: number | null): { replyId?: number } {
  return replyId === null ? {} : { replyId };
}

function toOne(
  key: string,
  memberId: number,
  type: "moderation" | "report",
  data: Record<string, string | number>,
): Telling {
  return { fact: { key, type, data }, audience: { of: "members", ids: [memberId], topicId: null } };
}
