/** In which order the roots of a topic's branches are read. Branches themselves are always read oldest first. */
export const replySorts = ["oldest", "newest", "best"] as const;
export type ReplySort = (typeof replySorts)[number];

export function isReplySort(value: unknown): value is ReplySort {
  return replySorts.includes(value as ReplySort);
}

export interface ReplyCursor {
  sort: ReplySort;
  /** Id of the root the page begins with; of the whole list when left out. */
  from?: number;
  /** Id of the root the page ends before, for going back. */
  before?: number;
}

/** ORDER BY list for the roots `r` of a page; a page that goes back is read from its end. */
export function orderOfRoots({ sort, before }: ReplyCursor): string {
  const isBack = before !== undefined;
  switch (sort) {
    case "oldest":
      return `r."path" ${isBack ? "DESC" : "ASC"}`;
    case "newest":
      return `r."path" ${isBack ? "ASC" : "DESC"}`;
    case "best":
      return isBack ? `r."helpfulCount" ASC, r."path" DESC` : `r."helpfulCount" DESC, r."path" ASC`;
  }
}

/** Where the roots `r` of a page begin, with the root it begins at or ends before as the only parameters. */
export function startOfRoots({ sort, from, before }: ReplyCursor): { sql: string; params: number[] } {
  const cursor = before ?? from;
  if (cursor === undefined) return { sql: "", params: [] };
  const isBack = before !== undefined;
  const place = `(SELECT "path" FROM "Reply" WHERE "id" = ?)`;
  const helpful = `(SELECT "helpfulCount" FROM "Reply" WHERE "id" = ?)`;
  switch (sort) {
    case "oldest":
      return { sql: `AND r."path" ${isBack ? "<" : ">="} ${place}`, params: [cursor] };
    case "newest":
      return { sql: `AND r."path" ${isBack ? ">" : "<="} ${place}`, params: [cursor] };
    case "best":
      return {
        sql: isBack
          ? `AND (r."helpfulCount" > ${helpful} OR (r."helpfulCount" = ${helpful} AND r."path" < ${place}))`
          : `AND (r."helpfulCount" < ${helpful} OR (r."helpfulCount" = ${helpful} AND r."path" >= ${place}))`,
        params: [cursor, cursor, cursor],
      };
  }
}
