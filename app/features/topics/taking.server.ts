import type { Tx } from "~/features/members/context";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import { Prisma } from "~/platform/db/generated/sqlite/client";
import { NotFound } from "~/platform/errors";
import { mayRead, type ReplyFacts, type TopicFacts } from "./policy";
import type { Board, TopicKind, TopicStatus } from "./topic";

/** A topic as a transaction that changes it needs it. */
export interface TakenTopic extends TopicFacts {
  id: number;
  number: number;
  slug: string;
  board: Board;
  kind: TopicKind;
  status: TopicStatus;
  statusChangedAt: Date;
  areaId: number;
  version: number;
  solutionId: number | null;
  solvedAt: Date | null;
  affectedCount: number;
  officialCount: number;
  createdAt: Date;
}

/**
 * Takes a topic's row until the transaction ends, so that what is decided on it still holds when it is written. Throws
 * NotFound alike for what is missing and what the actor may not read.
 */
export async function takeTopic(tx: Tx, which: { number: number } | { id: number }): Promise<TakenTopic> {
  const where = "id" in which ? Prisma.sql`"id" = ${which.id}` : Prisma.sql`"number" = ${which.number}`;
  // SQLite knows no FOR UPDATE and needs none: a transaction there holds the only write lock from its start.
  const held = tx.databaseKind === "postgresql" ? Prisma.sql`FOR UPDATE` : Prisma.empty;
  const [row] = await tx.db.$queryRaw<TakenTopic[]>`
    SELECT "id", "number", "slug", "board", "kind", "status", "statusChangedAt", "areaId", "authorId", "version", "solutionId", "solvedAt",
           "affectedCount", "officialCount", "createdAt", "deletedAt", "heldAt", "lockedAt"
    FROM "Topic" WHERE ${where} ${held}`;
  if (!row) throw new NotFound("topic");
  const topic = {
    ...row,
    createdAt: asDate(row.createdAt),
    statusChangedAt: asDate(row.statusChangedAt),
    deletedAt: asDateOrNull(row.deletedAt),
    heldAt: asDateOrNull(row.heldAt),
    lockedAt: asDateOrNull(row.lockedAt),
    solvedAt: asDateOrNull(row.solvedAt),
  };
  // Commands and imports act for nobody and may change everything.
  if ((tx.actor || "number" in which) && !mayRead(tx.actor, topic)) throw new NotFound("topic");
  return topic;
}

/** A reply as a transaction that changes it needs it. */
export interface TakenReply extends ReplyFacts {
  id: number;
  topicId: number;
  parentId: number | null;
  path: string;
  version: number;
  descendantCount: number;
  createdAt: Date;
}

/**
 * A reply of a topic that was taken: whoever changes replies takes their topic first, so nobody else changes it meanwhile.
 * Throws NotFound alike for what is missing, elsewhere, and held back from the actor: "not allowed" would say that it is.
 */
export async function takeReply(tx: Tx, topic: TakenTopic, replyId: number): Promise<TakenReply> {
  const reply = await tx.db.reply.findUnique({ where: { id: replyId } });
  if (reply?.topicId !== topic.id) throw new NotFound("reply");
  if (tx.actor && !reply.deletedAt && !mayRead(tx.actor, reply)) throw new NotFound("reply");
  return reply;
}
