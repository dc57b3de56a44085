import type { Tx } from "~/features/members/context";
import { textHash } from "~/features/official/text-hash.server";
import { importTopics, reserveNumbers, type TopicFromImport } from "~/features/topics/importing.server";
import { Prisma } from "~/platform/db/generated/sqlite/client";
import { insertRows } from "~/platform/db/insert-rows.server";
import type { SeedTopic } from "./seed-topic";

/** Writes topics with their replies, letters, votes and counts in somebody's transaction. A reference for each letter. */
export async function writeTopics(
  tx: Tx,
  seeded: readonly SeedTopic[],
  references: readonly string[],
): Promise<TopicFromImport[]> {
  const first = await reserveNumbers(tx, seeded.length);
  const made = await importTopics(
    tx,
    seeded.map(({ topic }, index) => ({ ...topic, number: first + index })),
  );
  await writeLetters(tx, seeded, made, references);
  const votes = seeded.flatMap((topic, index) =>
    topic.votes.map((vote) => ({ ...vote, topicId: made[index]!.id, isCounted: true })),
  );
  await insertRows(tx, "Vote", votes, []);
  const affected = seeded.flatMap((topic, index) =>
    topic.affected.map((mark) => ({ ...mark, topicId: made[index]!.id })),
  );
  await insertRows(tx, "Affected", affected, []);
  await countTopics(
    tx,
    made.map(({ id }) => id),
  );
  await linkSolutions(tx, seeded, made);
  return made;
}

async function writeLetters(
  tx: Tx,
  seeded: readonly SeedTopic[],
  made: readonly TopicFromImport[],
  references: readonly string[],
): Promise<void> {
  const letters = seeded.flatMap(({ topic, letter }, index) => {
    if (!letter) return [];
    const { id: topicId, replyIds } = made[index]!;
    const { place, type, author } = letter;
    const { text, createdAt } = topic.replies[place]!;
    const reference = references[index]!;
    return [
      { topicId, replyId: replyIds[place]!, reference, topic, type, author, body: text.body, createdAt },
    ];
  });
  const seals = letters.map(({ topicId, replyId, reference, topic, type, author, body, createdAt }) => ({
    ...{ topicId, replyId, reference, type },
    statusSet: topic.status,
    authorName: author.displayName,
    authorTitle: author.title,
    textHash: textHash(body),
    postedAt: createdAt,
  }));
  await insertRows(tx, "OfficialReply", seals, []);
  const entries = letters.map(({ topicId, replyId, topic, author, createdAt }) => ({
    ...{ topicId, createdAt },
    type: "status",
    actorId: author.id,
    data: JSON.stringify({
      ...{ from: "open", to: topic.status, replyId },
      ...(topic.declinedReason && { reason: topic.declinedReason }),
    }),
  }));
  await insertRows(tx, "TimelineEntry", entries, []);
}

/** What importTopics cannot know, counted from the rows just written. */
async function countTopics(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE "Topic" SET
      "voteCount" = (SELECT COUNT(*) FROM "Vote" v WHERE v."topicId" = "Topic".id),
      "affectedCount" = (SELECT COUNT(*) FROM "Affected" a WHERE a."topicId" = "Topic".id),
      "firstOfficialAt" = (SELECT MIN(o."postedAt") FROM "OfficialReply" o WHERE o."topicId" = "Topic".id),
      "lastOfficialId" = (SELECT MAX(o."replyId") FROM "OfficialReply" o WHERE o."topicId" = "Topic".id)
    WHERE id IN (${Prisma.join([...ids])})`;
}

async function linkSolutions(
  tx: Tx,
  seeded: readonly SeedTopic[],
  made: readonly TopicFromImport[],
): Promise<void> {
  const rows = seeded.flatMap(({ solution, topic }, index) => {
    if (solution === null) return [];
    const { id, replyIds } = made[index]!;
    const [replyId, solverId] = [replyIds[solution]!, topic.authorId];
    return [Prisma.sql`(CAST(${id} AS INTEGER), CAST(${replyId} AS INTEGER), CAST(${solverId} AS INTEGER))`];
  });
  if (rows.length === 0) return;
  // Both databases call the columns of VALUES column1, column2 and so on.
  await tx.db.$executeRaw`
    UPDATE "Topic" SET "solutionId" = v.column2, "solvedById" = v.column3
    FROM (VALUES ${Prisma.join(rows)}) AS v WHERE "Topic".id = v.column1`;
}
