import type { Context } from "~/features/members/context";
import { insertReply } from "~/features/topics/replying.server";
import { changeStatus } from "~/features/topics/status.server";
import { prepareTexts } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { classify } from "./classifying";
import type { Source } from "./source";
import { outcomeOf } from "./outcome-of";
import { memberOf } from "./people.server";
import { draftOf } from "./preparing.server";
import { inTreeOrder } from "./reply-order";
import type { SourceTopic } from "./source-topic";
import { digestOf } from "./surveying.server";

/**
 * Brings a topic that was imported before up to what its archive says now: replies that are new, and how it ended.
 * Answers how many replies came in. What was changed here since stays as it is.
 */
export async function extendTopic(
  ctx: Context,
  from: SourceTopic,
  source: Source,
  topicId: number,
): Promise<number> {
  const known = await knownReplies(ctx, from);
  const ordered = inTreeOrder(from.replies);
  const fresh = ordered.filter(({ reply }) => !known.has(reply.externalId));
  const texts = await prepareTexts(
    ctx,
    fresh.map(({ reply }) => draftOf(reply.body, from.source, source)),
  );
  await inTransaction(ctx, async (tx) => {
    const ids = new Map(known);
    for (const [index, { reply, parent }] of fresh.entries()) {
      const parentId = parent === null ? null : (ids.get(ordered[parent]!.reply.externalId) ?? null);
      const author = memberOf(source.people, reply.author.login);
      const made = await insertReply(tx, {
        ...{
          topicId,
          parentId,
          author,
          text: texts[index]!,
          createdAt: reply.createdAt,
          origin: "import" as const,
        },
      });
      ids.set(reply.externalId, made.id);
      await tx.db.importedRecord.create({
        data: {
          source: from.source,
          externalId: `reply:${from.number}:${reply.externalId}`,
          thing: "reply",
          thingId: made.id,
          createdAt: tx.clock.now(),
        },
      });
    }
    const status = outcomeOf(from, classify(from).board);
    const { board } = await tx.db.topic.findUniqueOrThrow({
      where: { id: topicId },
      select: { board: true },
    });
    if (from.closedAt && board === classify(from).board) {
      await changeStatus(tx, { topicId, to: status, actorId: null, createdAt: from.closedAt, isQuiet: true });
    }
    await tx.db.importedRecord.update({
      where: { source_externalId: { source: from.source, externalId: `topic:${from.number}` } },
      data: { digest: digestOf(from) },
    });
  });
  return fresh.length;
}

async function knownReplies(ctx: Context, { source, number }: SourceTopic): Promise<Map<string, number>> {
  const prefix = `reply:${number}:`;
  const rows = await ctx.rows<{ externalId: string; thingId: number }>(
    `SELECT "externalId", "thingId" FROM "ImportedRecord" WHERE source = ? AND thing = 'reply' AND "externalId" >= ? AND "externalId" < ?`,
    [source, prefix, `${prefix}~`],
  );
  return new Map(rows.map(({ externalId, thingId }) => [externalId.slice(prefix.length), thingId]));
}
