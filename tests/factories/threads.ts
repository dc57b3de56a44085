import { ancestorPaths, childPath, depthOf, parentPathFor } from "~/features/topics/reply-path";
import type { Platform } from "~/platform/platform";

interface ThreadTraits {
  authorId: number;
  /** Which reply each one answers: the index of an earlier one, or null for the topic itself. */
  parents: readonly (number | null)[];
  body?: (index: number) => string;
  helpful?: (index: number) => number;
}

const atOnce = 400;

/**
 * Many replies at once, written as rows with the counts they lead to: for reading large topics. Posting them one by one
 * is proven elsewhere and takes minutes. Answers with their ids in the order given.
 */
export async function aThread(
  { db, clock, databaseKind }: Platform,
  topic: { id: number },
  { authorId, parents, body = (index) => `Reply ${index}`, helpful = () => 0 }: ThreadTraits,
): Promise<number[]> {
  const paths: string[] = [];
  const children = new Map<string, number>();
  const below = new Map<string, number>();
  for (const parent of parents) {
    const under = parent === null ? "" : parentPathFor(paths[parent]!);
    const ordinal = (children.get(under) ?? 0) + 1;
    children.set(under, ordinal);
    const path = childPath(under, ordinal);
    paths.push(path);
    for (const above of ancestorPaths(path)) below.set(above, (below.get(above) ?? 0) + 1);
  }
  const { _max } = await db.reply.aggregate({ _max: { id: true } });
  const firstId = (_max.id ?? 0) + 1;
  const start = clock.now().getTime() - parents.length * 1000;
  const rows = parents.map((parent, index) => ({
    id: firstId + index,
    topicId: topic.id,
    parentId: parent === null ? null : firstId + parent,
    path: paths[index]!,
    depth: depthOf(paths[index]!),
    authorId,
    body: body(index),
    bodyHtml: `<p>${body(index)}</p>`,
    rendererVersion: 1,
    createdAt: new Date(start + index * 1000),
    childCount: children.get(paths[index]!) ?? 0,
    descendantCount: below.get(paths[index]!) ?? 0,
    helpfulCount: helpful(index),
  }));
  for (let from = 0; from < rows.length; from += atOnce) {
    await db.reply.createMany({ data: rows.slice(from, from + atOnce) });
  }
  // The ids were given here, so that parents can be named; PostgreSQL must go on counting after them.
  if (databaseKind === "postgresql") {
    await db.$queryRaw`SELECT setval(pg_get_serial_sequence('"Reply"', 'id'), (SELECT MAX("id") FROM "Reply"))`;
    // What PostgreSQL does by itself within a minute: plans made for an empty table are made anew.
    await db.$executeRaw`ANALYZE "Reply"`;
  }
  await db.topic.update({
    where: { id: topic.id },
    data: { replyCount: parents.length, childCount: children.get("") ?? 0 },
  });
  return rows.map(({ id }) => id);
}
