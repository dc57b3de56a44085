import type { Context } from "~/features/members/context";
import type { KnownIssueState } from "~/features/topics/known-issue";
import { readCursor, writeCursor } from "~/features/topics/list-cursor";
import { visibleWhere } from "~/features/topics/visibility";
import { asBoolean, asDate, asDateOrNull } from "~/platform/db/columns";
import { excerpt } from "~/platform/text/excerpt";
import { textFromHtml } from "~/platform/text/plain-text";

const mostActive = 50;
const fixedPerPage = 15;
const workaroundCharacters = 200;

export interface ListedIssue {
  number: number;
  slug: string;
  title: string;
  language: string;
  state: KnownIssueState;
  summary: string;
  /** What helps meanwhile, in short; empty when nothing does. */
  workaround: string;
  versions: string;
  isUrgent: boolean;
  affected: number;
  createdAt: Date;
  nextUpdateAt: Date | null;
  fixedAt: Date | null;
  isDoubted: boolean;
}

export interface KnownIssueLists {
  /** Being worked on: what is urgent first, then what hits most people. */
  active: ListedIssue[];
  /** The latest fix first. */
  fixed: ListedIssue[];
  /** Where the older fixes begin, or null. */
  next: string | null;
}

/** Everything the team knows of, and what it fixed lately, for everybody. Two queries. */
export async function listKnownIssues(
  ctx: Context,
  { after }: { after: string | null },
): Promise<KnownIssueLists> {
  const visible = visibleWhere(null);
  const cursor = readCursor(after, "newest");
  const [active, fixed] = await Promise.all([
    // A problem can be a known issue before anything is said of it.
    ctx.rows<IssueRow>(
      `SELECT ${columns} FROM "Topic" t LEFT JOIN "KnownIssue" k ON k."topicId" = t."id"
       WHERE t."board" = 'discussion' AND t."isListed" = TRUE AND t."status" = 'known-issue' AND ${visible.sql}
       ORDER BY CASE WHEN k."isUrgent" THEN 0 ELSE 1 END, t."affectedCount" DESC, t."id" DESC LIMIT ${mostActive}`,
      visible.params,
    ),
    ctx.rows<IssueRow>(
      `SELECT ${columns} FROM "KnownIssue" k JOIN "Topic" t ON t."id" = k."topicId"
       WHERE k."state" = 'fixed' AND t."status" = 'solved' AND t."isListed" = TRUE AND ${visible.sql}
       ${cursor ? `AND (k."fixedAt", t."id") < (?, ?)` : ""}
       ORDER BY k."fixedAt" DESC, t."id" DESC LIMIT ${fixedPerPage + 1}`,
      [...visible.params, ...(cursor ? [cursor.key, cursor.id] : [])],
    ),
  ]);
  const shown = fixed.slice(0, fixedPerPage);
  const last = fixed.length > fixedPerPage ? shown.at(-1) : undefined;
  return {
    active: active.map(issueOf),
    fixed: shown.map(issueOf),
    next: last ? writeCursor({ key: asDate(last.fixedAt), id: last.id }) : null,
  };
}

const columns = `t."id", t."number", t."slug", t."title", t."language", t."affectedCount", t."statusChangedAt",
  COALESCE(k."state", 'investigating') AS "state", COALESCE(k."summary", '') AS "summary",
  COALESCE(k."workaroundHtml", '') AS "workaroundHtml", COALESCE(k."versions", '') AS "versions", k."isUrgent",
  k."createdAt", k."nextUpdateAt", k."fixedAt", k."doubtedAt"`;

type IssueRow = Record<string, unknown> &
  Pick<ListedIssue, "number" | "slug" | "title" | "language" | "state" | "summary" | "versions"> & {
    id: number;
    affectedCount: number;
    workaroundHtml: string;
  };

function issueOf(row: IssueRow): ListedIssue {
  const { number, slug, title, language, state, summary, versions, affectedCount } = row;
  return {
    ...{ number, slug, title, language, state, summary, versions },
    affected: affectedCount,
    workaround: excerpt(textFromHtml(row.workaroundHtml), workaroundCharacters),
    isUrgent: asBoolean(row.isUrgent),
    createdAt: asDate(row.createdAt ?? row.statusChangedAt),
    nextUpdateAt: asDateOrNull(row.nextUpdateAt),
    fixedAt: asDateOrNull(row.fixedAt),
    isDoubted: row.doubtedAt !== null && row.doubtedAt !== undefined,
  };
}
