import type { Context } from "~/features/members/context";

interface Moderated {
  type: string;
  data: Record<string, unknown>;
}

/**
 * Whether each of these notices about moderation still says what holds: of a post only the latest decision counts, and what
 * is no longer hidden is not said to be. At most two queries, none where no notice is of this kind.
 */
export async function standingModeration(
  { db }: Pick<Context, "db">,
  notices: readonly Moderated[],
): Promise<(notice: Moderated) => boolean> {
  const of = notices.filter(({ type }) => type === "moderation" || type === "report");
  const ids = (name: string) =>
    of.flatMap(({ data }) => (typeof data[name] === "number" ? [data[name]] : []));
  const [decisionIds, itemIds] = [ids("decisionId"), ids("itemId")];
  const [decisions, items] = await Promise.all([
    decisionIds.length === 0
      ? []
      : db.moderationDecision.findMany({
          where: { id: { in: decisionIds } },
          select: { id: true, topicId: true, replyId: true },
        }),
    itemIds.length === 0
      ? []
      : db.reviewItem.findMany({ where: { id: { in: itemIds }, state: "open" }, select: { id: true } }),
  ]);
  const later =
    decisions.length === 0
      ? []
      : await db.moderationDecision.findMany({
          where: { OR: decisions.map(({ id, topicId, replyId }) => ({ topicId, replyId, id: { gt: id } })) },
          select: { topicId: true, replyId: true, id: true },
        });
  const standing = new Set(
    decisions
      .filter((one) => !later.some((other) => isSame(one, other) && other.id > one.id))
      .map(({ id }) => id),
  );
  const open = new Set(items.map(({ id }) => id));
  return ({ data }) =>
    typeof data.itemId === "number" ? open.has(data.itemId) : standing.has(Number(data.decisionId));
}

function isSame(
  one: { topicId: number | null; replyId: number | null },
  other: { topicId: number | null; replyId: number | null },
): boolean {
  return one.topicId === other.topicId && one.replyId === other.replyId;
}
