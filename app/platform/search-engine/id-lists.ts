interface ListedId {
  id: string;
  rev: number;
}

const missing = -1;

/**
 * One page over two lists that are both sorted by id and cut at `limit`. A document that one lacks or has in an older
 * form shows the older revision, so that whoever compares sends it again.
 */
export function mergeIdLists(a: readonly ListedId[], b: readonly ListedId[], limit: number): ListedId[] {
  const revs = new Map<string, number[]>();
  for (const list of [a, b]) {
    for (const { id, rev } of list) revs.set(id, [...(revs.get(id) ?? []), rev]);
  }
  // Behind the end of a full list nothing is known of it.
  const ends = [a, b].filter((list) => list.length >= limit).map((list) => list.at(-1)!.id);
  const end = ends.sort()[0];
  return [...revs]
    .filter(([id]) => end === undefined || id <= end)
    .map(([id, found]) => ({ id, rev: found.length === 2 ? Math.min(...found) : missing }))
    .sort((x, y) => (x.id < y.id ? -1 : 1))
    .slice(0, limit);
}
