import type { Tx } from "~/features/members/context";
import { Prisma } from "~/platform/db/generated/sqlite/client";
import { insertRows } from "~/platform/db/insert-rows.server";
import { appendEvents } from "~/platform/outbox/append.server";
import { slug as slugOf } from "~/platform/text/slug";
import { topicImported } from "./events";
import { ancestorPaths, childPath, depthOf, parentPathFor } from "./reply-path";
import type { PreparedText } from "./text.server";
import type { NewTimelineEntry } from "./timeline.server";
import type { Board, TopicKind, TopicStatus } from "./topic";

export interface ImportedReply {
  /** Place of its parent in the list of replies, always before its own; null answers the topic. */
  parent: number | null;
  authorId: number;
  text: PreparedText;
  createdAt: Date;
  editedAt: Date | null;
  helpfulCount: number;
  isOfficial: boolean;
}

export interface ImportedTopic {
  number: number;
  board: Board;
  kind: TopicKind;
  areaId: number;
  authorId: number;
  text: PreparedText & { title: string };
  tagNames: readonly string[];
  createdAt: Date;
  lastActivityAt: Date;
  status: TopicStatus;
  statusChangedAt: Date;
  closedReason: string | null;
  declinedReason: string | null;
  solvedAt: Date | null;
  lockedAt: Date | null;
  /** Votes and "I have this too" known only as totals. */
  importedVotes: number;
  importedAffected: number;
  hotScore: number;
  timeline: readonly Omit<NewTimelineEntry, "topicId">[];
  replies: readonly ImportedReply[];
}

export interface TopicFromImport {
  id: number;
  number: number;
  /** Ids of its replies, in the order given. */
  replyIds: number[];
}

/**
 * Takes over many topics at once, by the rules of openTopic and insertReply: the same columns, counts and paths, in a
 * few statements instead of a dozen for each. Nobody follows and nobody is told; one quiet event each fills the index.
 */
export async function importTopics(tx: Tx, topics: readonly ImportedTopic[]): Promise<TopicFromImport[]> {
  const made = await insertRows<{ id: number; number: number }>(tx, "Topic", topics.map(topicColumns), [
    "id",
    "number",
  ]);
  const idByNumber = new Map(made.map(({ id, number }) => [number, id]));
  const imported = topics.map((topic) => ({ topic, id: idByNumber.get(topic.number)! }));

  const replyIds = await insertTrees(tx, imported);
  const timeline = imported.flatMap(({ topic, id }) =>
    topic.timeline.map(({ type, data, actorId, createdAt = topic.createdAt }) => ({
      ...{ topicId: id, type, actorId, createdAt },
      data: JSON.stringify(data),
    })),
  );
  await insertRows(tx, "TimelineEntry", timeline, []);
  await tagTopics(tx, imported);
  await countAuthors(tx, topics);
  await appendEvents(
    tx,
    imported.map(({ id }) => topicImported(id)),
  );
  return imported.map(({ topic, id }, index) => ({ id, number: topic.number, replyIds: replyIds[index]! }));
}

function topicColumns(topic: ImportedTopic): Omit<Prisma.TopicCreateManyInput, "reactions"> {
  const { text, tagNames: _tags, timeline: _timeline, replies, ...columns } = topic;
  const { title, body, bodyHtml, excerpt, language, rendererVersion } = text;
  return {
    ...columns,
    ...{ title, body, bodyHtml, excerpt, language, rendererVersion },
    slug: slugOf(title),
    origin: "import",
    voteCount: topic.importedVotes,
    affectedCount: topic.importedAffected,
    replyCount: replies.length,
    childCount: replies.filter((reply) => reply.parent === null).length,
    officialCount: replies.filter((reply) => reply.isOfficial).length,
  };
}

interface Placed {
  topicId: number;
  path: string;
  childCount: number;
  descendantCount: number;
  reply: ImportedReply;
}

/** Level by level, because a reply needs the id of its parent. Answers with the ids of each topic's replies. */
async function insertTrees(
  tx: Tx,
  imported: readonly { topic: ImportedTopic; id: number }[],
): Promise<number[][]> {
  const trees = imported.map(({ topic, id }) => placeReplies(id, topic.replies));
  const idByPlace = new Map<string, number>();
  const all = trees.flat();
  const deepest = all.reduce((depth, placed) => Math.max(depth, depthOf(placed.path)), 0);
  for (let depth = 1; depth <= deepest; depth++) {
    // A reply beside its parent at the greatest depth still names it, so it comes after it within its level.
    for (const level of splitByParentLevel(
      all.filter((placed) => depthOf(placed.path) === depth),
      trees,
    )) {
      const rows = await insertRows<{ id: number; topicId: number; path: string }>(
        tx,
        "Reply",
        level.map((placed) => replyColumns(placed, parentIdOf(placed, trees, imported, idByPlace))),
        ["id", "topicId", "path"],
      );
      for (const row of rows) idByPlace.set(`${row.topicId} ${row.path}`, row.id);
    }
  }
  return trees.map((tree) => tree.map((placed) => idByPlace.get(`${placed.topicId} ${placed.path}`)!));
}

function placeReplies(topicId: number, replies: readonly ImportedReply[]): Placed[] {
  const placed: Placed[] = [];
  const childrenAt = new Map<string, number>();
  const byPath = new Map<string, Placed>();
  for (const reply of replies) {
    const under = reply.parent === null ? "" : parentPathFor(placed[reply.parent]!.path);
    const ordinal = (childrenAt.get(under) ?? 0) + 1;
    childrenAt.set(under, ordinal);
    const one = { topicId, path: childPath(under, ordinal), childCount: 0, descendantCount: 0, reply };
    placed.push(one);
    byPath.set(one.path, one);
    const parent = byPath.get(under);
    if (parent) parent.childCount = ordinal;
    for (const above of ancestorPaths(one.path)) byPath.get(above)!.descendantCount++;
  }
  return placed;
}

function splitByParentLevel(level: Placed[], trees: readonly Placed[][]): Placed[][] {
  const isBeside = (placed: Placed) => {
    if (placed.reply.parent === null) return false;
    const tree = trees.find((candidate) => candidate.includes(placed))!;
    return depthOf(tree[placed.reply.parent]!.path) === depthOf(placed.path);
  };
  const beside = level.filter(isBeside);
  if (beside.length === 0) return [level];
  // One at a time: such a reply may answer another one of the same level.
  return [level.filter((placed) => !beside.includes(placed)), ...beside.map((placed) => [placed])];
}

function parentIdOf(
  { topicId, reply }: Placed,
  trees: readonly Placed[][],
  imported: readonly { id: number }[],
  idByPlace: ReadonlyMap<string, number>,
): number | null {
  if (reply.parent === null) return null;
  const tree = trees[imported.findIndex(({ id }) => id === topicId)]!;
  return idByPlace.get(`${topicId} ${tree[reply.parent]!.path}`)!;
}

function replyColumns(
  placed: Placed,
  parentId: number | null,
): Omit<Prisma.ReplyCreateManyInput, "reactions"> {
  const { topicId, path, childCount, descendantCount, reply } = placed;
  const { body, bodyHtml, language, rendererVersion } = reply.text;
  const { authorId, createdAt, editedAt, helpfulCount, isOfficial } = reply;
  return {
    ...{
      topicId,
      parentId,
      path,
      depth: depthOf(path),
      childCount,
      descendantCount,
      authorId,
      createdAt,
      editedAt,
    },
    ...{ body, bodyHtml, language, rendererVersion, isOfficial, origin: "import" },
    helpfulCount,
    importedHelpful: helpfulCount,
  };
}

async function tagTopics(tx: Tx, imported: readonly { topic: ImportedTopic; id: number }[]): Promise<void> {
  const nameBySlug = new Map<string, string>();
  for (const { topic } of imported) {
    for (const name of topic.tagNames)
      if (slugOf(name) && !nameBySlug.has(slugOf(name))) nameBySlug.set(slugOf(name), name);
  }
  if (nameBySlug.size === 0) return;
  for (const [slug, name] of nameBySlug) {
    await tx.db
      .$executeRaw`INSERT INTO "Tag" ("slug", "name") VALUES (${slug}, ${name}) ON CONFLICT DO NOTHING`;
  }
  const tags = await tx.db.tag.findMany({ where: { slug: { in: [...nameBySlug.keys()] } } });
  const idBySlug = new Map(tags.map((tag) => [tag.slug, tag.id]));
  const links = imported.flatMap(({ topic, id }) =>
    [...new Set(topic.tagNames.map(slugOf))].flatMap((slug) => {
      const tagId = idBySlug.get(slug);
      return tagId === undefined ? [] : [{ topicId: id, tagId }];
    }),
  );
  await insertRows(tx, "TopicTag", links, []);
}

async function countAuthors(tx: Tx, topics: readonly ImportedTopic[]): Promise<void> {
  const counts = new Map<number, { topics: number; replies: number }>();
  const of = (id: number) => {
    const count = counts.get(id) ?? { topics: 0, replies: 0 };
    counts.set(id, count);
    return count;
  };
  for (const topic of topics) {
    of(topic.authorId).topics++;
    for (const reply of topic.replies) of(reply.authorId).replies++;
  }
  if (counts.size === 0) return;
  const rows = [...counts].map(
    ([id, count]) =>
      Prisma.sql`(CAST(${id} AS INTEGER), CAST(${count.topics} AS INTEGER), CAST(${count.replies} AS INTEGER))`,
  );
  // One statement for all of them; both databases call the columns of VALUES column1, column2 and so on.
  await tx.db.$executeRaw`
    UPDATE "Member" SET "topicCount" = "topicCount" + v.column2, "replyCount" = "replyCount" + v.column3
    FROM (VALUES ${Prisma.join(rows)}) AS v WHERE "Member".id = v.column1`;
}

/** Reserves as many public numbers as asked and answers with the first. They are never given twice. */
export async function reserveNumbers(tx: Tx, count: number): Promise<number> {
  const [row] = await tx.db.$queryRaw<{ value: number | bigint }[]>`
    INSERT INTO "Sequence" ("name", "value") VALUES ('topic-number', ${count})
    ON CONFLICT ("name") DO UPDATE SET "value" = "Sequence"."value" + ${count} RETURNING "value"`;
  return Number(row!.value) - count + 1;
}
