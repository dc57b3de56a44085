import type { Context } from "~/features/members/context";
import { type Area, listAllAreas } from "~/features/site/areas.server";
import { asDate, asDateOrNull, asJson } from "~/platform/db/columns";
import type { DatabaseKind, SqlValue } from "~/platform/db/client.server";
import { jsonRows } from "./json-rows";
import { isByTime, readCursor, sortColumns, type TopicSort, writeCursor } from "./list-cursor";
import {
  unreadAmong,
  unreadColumns,
  type UnreadFilter,
  unreadJoins,
  type UnreadMark,
  unreadMarkOf,
  unreadParams,
} from "./unread";
import { type Person, personColumns, personOf } from "./person";
import type { Board, TopicKind, TopicStatus } from "./topic";

const topicsPerPage = 25;
const mostTopicsPerPage = 100;

export interface TopicFilters {
  kind?: TopicKind;
  /** Ids of areas; none is every area. */
  areaIds?: readonly number[];
  statuses?: readonly TopicStatus[];
  /** Slug of a tag. */
  tag?: string;
  /** Folded name of the author. */
  author?: string;
  isOfficial?: boolean;
  isUnanswered?: boolean;
  /** Id of a member who follows. */
  followedBy?: number;
  votedBy?: number;
  affecting?: number;
  unread?: UnreadFilter;
}

export interface ListQuery {
  /** Left out: both. */
  board?: Board;
  sort: TopicSort;
  filters?: TopicFilters;
  /** Left out of it: what stands above the list. */
  exceptIds?: readonly number[];
  /** Cursor of the page before. */
  after?: string | null;
  limit?: number;
}

export interface TopicRow {
  id: number;
  number: number;
  slug: string;
  board: Board;
  kind: TopicKind;
  status: TopicStatus;
  title: string;
  excerpt: string;
  language: string;
  area: Pick<Area, "slug" | "names"> | null;
  author: Person;
  createdAt: Date;
  lastActivityAt: Date;
  counts: { replies: number; votes: number; importedVotes: number; affected: number };
  /** Who spoke last: the author when nobody replied. */
  last: { displayName: string; isStaff: boolean };
  cover: { id: string; width: number; height: number; alt: string } | null;
  tags: { slug: string; name: string }[];
  /** Before the others, in its area or everywhere. */
  isPinned: boolean;
  /** The team's latest official reply. */
  official: { at: Date; type: string; by: string } | null;
  /** What is new in it to the reader; null when nothing is, and for a guest. */
  unread: UnreadMark | null;
}

export interface TopicPage {
  topics: TopicRow[];
  /** Cursor of the next page, or null. */
  next: string | null;
}

/** One page of a board in one query; the cost is that of the page, however long the list. Lists hold listed topics only. */
export async function listTopics(ctx: Context, query: ListQuery): Promise<TopicPage> {
  const limit = Math.min(query.limit ?? topicsPerPage, mostTopicsPerPage);
  const key = sortColumns[query.sort];
  const { rows, topics } = await rowsOn(ctx, pageOfIds(query, limit + 1), `t."${key}" DESC, t."id" DESC`);
  const shown = topics.slice(0, limit);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { topics: shown, next: last ? writeCursor({ key: keyOf(last, query.sort), id: last.id }) : null };
}

/** The rows of topics whose ids `page` selects, as every list shows them. One query. */
export async function rowsOn(
  ctx: Context,
  page: { sql: string; params: readonly SqlValue[] },
  order: string,
): Promise<{ rows: ListedRow[]; topics: TopicRow[] }> {
  const rowSql = (ctx.actor ? memberRowSql : guestRowSql)[ctx.databaseKind];
  const now = ctx.clock.now();
  const [rows, areas] = await Promise.all([
    ctx.rows<ListedRow>(
      `WITH "page" AS (${page.sql}) ${rowSql} ORDER BY ${order}`,
      ctx.actor ? [...page.params, ...unreadParams(ctx.actor.id, now)] : page.params,
    ),
    listAllAreas(ctx),
  ]);
  return { rows, topics: rows.map((row) => rowOf(row, areas, now)) };
}

/**
 * Ids of the page. With several statuses each is read from its own part of the index and the parts are merged: asking
 * for all of them at once would read past everything that has another status.
 */
function pageOfIds(query: ListQuery, limit: number): { sql: string; params: SqlValue[] } {
  const statuses = query.filters?.statuses ?? [];
  const key = `"${sortColumns[query.sort]}"`;
  const parts =
    statuses.length > 1
      ? statuses.map((status) => part(query, limit, [status]))
      : [part(query, limit, statuses)];
  if (parts.length === 1) return parts[0]!;
  const merged = parts
    .map(({ sql }, index) => `SELECT * FROM (${sql}) AS "part${index}"`)
    .join(" UNION ALL ");
  return {
    sql: `SELECT "id" FROM (${merged}) AS "merged" ORDER BY ${key} DESC, "id" DESC LIMIT ${limit}`,
    params: parts.flatMap(({ params }) => params),
  };
}

function part(
  { board, sort, filters = {}, exceptIds = [], after }: ListQuery,
  limit: number,
  statuses: readonly TopicStatus[],
): { sql: string; params: SqlValue[] } {
  const key = `t."${sortColumns[sort]}"`;
  const conditions: string[] = [`t."isListed" = TRUE`];
  const params: SqlValue[] = [];
  const add = (condition: string, ...values: SqlValue[]) => {
    conditions.push(condition);
    params.push(...values);
  };
  if (board) add(`t."board" = ?`, board);
  if (statuses[0]) add(`t."status" = ?`, statuses[0]);
  if (filters.kind) add(`t."kind" = ?`, filters.kind);
  if (filters.areaIds?.length) {
    add(`t."areaId" IN (${filters.areaIds.map(() => "?").join(", ")})`, ...filters.areaIds);
  }
  if (filters.isOfficial !== undefined) add(`t."officialCount" ${filters.isOfficial ? ">" : "="} 0`);
  if (filters.isUnanswered) add(`t."replyCount" = 0`);
  if (filters.author) {
    const written = `SELECT w."id" FROM "Topic" w JOIN "Member" b ON b."id" = w."authorId" WHERE b."nameFolded" = ?`;
    add(`t."id" IN (${written})`, filters.author);
  }
  if (filters.tag) {
    // By its address of today, or by one it had before.
    const tagged = `SELECT "topicId" FROM "TopicTag" WHERE "tagId" = COALESCE(
      (SELECT "id" FROM "Tag" WHERE "slug" = ?), (SELECT "tagId" FROM "TagAlias" WHERE "slug" = ?))`;
    add(`t."id" IN (${tagged})`, filters.tag, filters.tag);
  }
  if (filters.followedBy) {
    const followed = `SELECT "topicId" FROM "Follow" WHERE "memberId" = ? AND "level" <> 'muted'`;
    add(`t."id" IN (${followed})`, filters.followedBy);
  }
  if (filters.votedBy) add(votedForSql, filters.votedBy);
  if (filters.affecting)
    add(`t."id" IN (SELECT "topicId" FROM "Affected" WHERE "memberId" = ?)`, filters.affecting);
  if (filters.unread && board) {
    const unread = unreadAmong(board, filters.unread);
    add(`t."id" IN (${unread.sql})`, ...unread.params);
  }
  if (exceptIds.length > 0) add(`t."id" NOT IN (${exceptIds.map(() => "?").join(", ")})`, ...exceptIds);
  const cursor = readCursor(after, sort);
  // Compared as a pair, which both databases look up in the index: a deep page costs what the first one costs.
  if (cursor) add(`(${key}, t."id") < (?, ?)`, cursor.key, cursor.id);
  return {
    sql: `SELECT t."id", ${key} FROM "Topic" t WHERE ${conditions.join(" AND ")} ORDER BY ${key} DESC, t."id" DESC LIMIT ${limit}`,
    params,
  };
}

// A vote for what was merged is one for what it was merged into.
const votedForSql = `t."id" IN (SELECT COALESCE(b."mergedIntoId", b."id") FROM "Vote" v JOIN "Topic" b ON b."id" = v."topicId"
  WHERE v."memberId" = ?)`;

type ListedRow = Record<string, unknown> & {
  id: number;
  areaId: number;
  authorName: string;
  authorDisplayName: string;
  authorRole: string;
  lastName: string | null;
  lastRole: string | null;
  hotScore: number;
  voteCount: number;
  affectedCount: number;
  coverId: string | null;
  coverWidth: number;
  coverHeight: number;
  coverAlt: string;
};

const guestRowSql: Record<DatabaseKind, string> = {
  sqlite: rowSqlFor("sqlite"),
  postgresql: rowSqlFor("postgresql"),
};
const memberRowSql: Record<DatabaseKind, string> = {
  sqlite: rowSqlFor("sqlite", { columns: `, ${unreadColumns}`, joins: unreadJoins }),
  postgresql: rowSqlFor("postgresql", { columns: `, ${unreadColumns}`, joins: unreadJoins }),
};

function rowSqlFor(kind: DatabaseKind, ofReader = { columns: "", joins: "" }): string {
  const tags = jsonRows(kind, {
    fields: { slug: `g."slug"`, name: `g."name"` },
    from: `"TopicTag" tt JOIN "Tag" g ON g."id" = tt."tagId" WHERE tt."topicId" = t."id"`,
    order: `g."slug"`,
  });
  const lastReply = `SELECT "id" FROM "Reply" WHERE "topicId" = t."id" AND "deletedAt" IS NULL AND "heldAt" IS NULL
    ORDER BY "createdAt" DESC, "id" DESC LIMIT 1`;
  return `SELECT t."id", t."number", t."slug", t."board", t."kind", t."status", t."title", t."excerpt", t."language",
    t."areaId", t."createdAt", t."lastActivityAt", t."replyCount", t."voteCount", t."importedVotes",
    t."affectedCount", t."hotScore", t."statusChangedAt", ${personColumns("m")}, l."displayName" AS "lastName", l."role" AS "lastRole",
    c."id" AS "coverId", c."thumbWidth" AS "coverWidth", c."thumbHeight" AS "coverHeight", c."alt" AS "coverAlt",
    o."postedAt" AS "officialAt", o."type" AS "officialType", o."authorName" AS "officialBy", p."createdAt" AS "pinnedAt",
    p."endsAt" AS "pinEndsAt", ${tags} AS "tags"${ofReader.columns}
    FROM "page" JOIN "Topic" t ON t."id" = "page"."id" JOIN "Member" m ON m."id" = t."authorId"
    LEFT JOIN "Reply" r ON r."id" = (${lastReply}) LEFT JOIN "Member" l ON l."id" = r."authorId"
    LEFT JOIN "Attachment" c ON c."id" = t."coverId" AND c."audience" = 'public'
    LEFT JOIN "OfficialReply" o ON o."replyId" = t."lastOfficialId" LEFT JOIN "Pin" p ON p."topicId" = t."id" ${ofReader.joins}`;
}

function rowOf(row: ListedRow, areas: readonly Area[], now: Date): TopicRow {
  const copied = row as unknown as TopicRow & { replyCount: number; importedVotes: number } & Record<
      string,
      string
    >;
  const { id, number, slug, board, kind, status, title, excerpt, language } = copied;
  const author = personOf(row);
  const officialAt = asDateOrNull(row.officialAt);
  return {
    ...{ id, number, slug, board, kind, status, title, excerpt, language, author },
    area: areas.find((area) => area.id === row.areaId) ?? null,
    createdAt: asDate(row.createdAt),
    lastActivityAt: asDate(row.lastActivityAt),
    counts: {
      replies: copied.replyCount,
      votes: row.voteCount,
      importedVotes: copied.importedVotes,
      affected: row.affectedCount,
    },
    last: row.lastName
      ? { displayName: row.lastName, isStaff: row.lastRole === "staff" || row.lastRole === "admin" }
      : author,
    cover: row.coverId
      ? { id: row.coverId, width: row.coverWidth, height: row.coverHeight, alt: row.coverAlt }
      : null,
    tags: asJson(row.tags),
    isPinned: asDateOrNull(row.pinnedAt) !== null && !isOver(asDateOrNull(row.pinEndsAt), now),
    official: officialAt ? { at: officialAt, type: copied.officialType!, by: copied.officialBy! } : null,
    unread: unreadMarkOf(row),
  };
}

function isOver(end: Date | null, now: Date): boolean {
  return end !== null && end <= now;
}

function keyOf(row: ListedRow, sort: TopicSort): number | Date {
  const value = row[sortColumns[sort]];
  return isByTime(sort) ? asDate(value) : Number(value);
}
