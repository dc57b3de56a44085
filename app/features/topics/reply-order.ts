import type { SqlValue } from "~/platform/db/client.server";
import { afterEverySegment } from "./reply-path";
import type { Condition } from "./visibility";

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

/**
 * Place of the root a page begins at, on replies `r`: of one that the reader can see in the same topic. The first place of
 * all for whatever else is named, there or not. Parameters: its id, and those of `standing`.
 */
export function placeOf(standing: Condition): string {
  return `COALESCE((SELECT b."path" FROM "Reply" b WHERE ${isCursor(standing)}), '')`;
}

function isCursor({ sql }: Condition): string {
  return `b."id" = ? AND b."topicId" = r."topicId" AND ${sql.replaceAll('r."', 'b."')}`;
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

/** Where the roots `r` of a page begin. A cursor that is none is one before the first root: the list from its beginning. */
export function startOfRoots(
  { sort, from, before }: ReplyCursor,
  standing: Condition,
): { sql: string; params: SqlValue[] } {
  const cursor = before ?? from;
  if (cursor === undefined) return { sql: "", params: [] };
  const isBack = before !== undefined;
  const params = [cursor, ...standing.params];
  const of = (column: string, otherwise: string) =>
    `COALESCE((SELECT b."${column}" FROM "Reply" b WHERE ${isCursor(standing)}), ${otherwise})`;
  const last = `'${afterEverySegment}'`;
  switch (sort) {
    case "oldest":
      return { sql: `AND r."path" ${isBack ? "<" : ">="} ${of("path", isBack ? last : "''")}`, params };
    case "newest":
      return { sql: `AND r."path" ${isBack ? ">" : "<="} ${of("path", isBack ? "''" : last)}`, params };
    case "best": {
      const helpful = of("helpfulCount", isBack ? "-1" : "2147483647");
      const place = of("path", "''");
      return {
        sql: isBack
          ? `AND (r."helpfulCount" > ${helpful} OR (r."helpfulCount" = ${helpful} AND r."path" < ${place}))`
          : `AND (r."helpfulCount" < ${helpful} OR (r."helpfulCount" = ${helpful} AND r."path" >= ${place}))`,
        params: [...params, ...params, ...params],
      };
    }
  }
}
