import { announcementPath } from "~/features/changelog/paths";
import { visibleAnnouncements } from "~/features/changelog/visibility";
import type { Context } from "~/features/members/context";
import { acceptsVotes, isSuggestionStatus } from "~/features/suggestions/suggestion";
import { topicPath } from "~/features/topics/paths";
import { visibleReplyWhere, visibleWhere } from "~/features/topics/visibility";
import { asBoolean } from "~/platform/db/columns";
import { excerpt } from "~/platform/text/excerpt";
import { textFromHtml } from "~/platform/text/plain-text";
import { topicKind } from "./question";
import type { SimilarThing } from "./similar-thing";
import { languageOf } from "./thing-language";

const excerptCharacters = 140;

/** How much each row, by its id, shares with what is asked about. */
type Scores = ReadonlyMap<number, number>;

interface TopicRow {
  id: number;
  number: number;
  slug: string;
  board: string;
  kind: string;
  title: string;
  excerpt: string;
  language: string;
  status: string;
  voteCount: number;
  affectedCount: number;
  authorId: number;
  officialHtml: string | null;
  solutionHtml: string | null;
  summary: string | null;
  isAffected: unknown;
  isVoted: unknown;
}

export async function readSimilarTopics(ctx: Context, scores: Scores): Promise<SimilarThing[]> {
  if (scores.size === 0) return [];
  const ids = [...scores.keys()];
  const topic = visibleWhere(ctx.actor);
  const answer = visibleReplyWhere(ctx.actor);
  const reader = ctx.actor?.id ?? 0;
  const rows = await ctx.rows<TopicRow>(
    `SELECT t."id", t."number", t."slug", t."board", t."kind", t."title", t."excerpt", t."language", t."status",
            t."voteCount", t."affectedCount", t."authorId", k."summary",
            (SELECT r."bodyHtml" FROM "Reply" r WHERE r."id" = t."lastOfficialId" AND ${answer.sql}) AS "officialHtml",
            (SELECT r."bodyHtml" FROM "Reply" r WHERE r."id" = t."solutionId" AND ${answer.sql}) AS "solutionHtml",
            EXISTS (SELECT 1 FROM "Affected" x WHERE x."topicId" = t."id" AND x."memberId" = ?) AS "isAffected",
            EXISTS (SELECT 1 FROM "Vote" v WHERE v."topicId" = t."id" AND v."memberId" = ?) AS "isVoted"
     FROM "Topic" t LEFT JOIN "KnownIssue" k ON k."topicId" = t."id" AND t."status" = 'known-issue'
     WHERE t."id" IN (${ids.map(() => "?").join(", ")}) AND ${topic.sql}`,
    [...answer.params, ...answer.params, reader, reader, ...ids, ...topic.params],
  );
  return rows.map((row) => ({
    board: row.board === "suggestion" ? "suggestion" : "discussion",
    kind: topicKind(row.kind),
    number: row.number,
    url: topicPath(row),
    title: row.title,
    ...answerOf(row),
    ...actOf(row, reader),
    language: languageOf(row.language),
    status: row.status,
    votes: row.voteCount,
    affected: row.affectedCount,
    release: "",
    score: scores.get(row.id) ?? 0,
  }));
}

function answerOf(row: TopicRow): Pick<SimilarThing, "excerpt" | "answerBy"> {
  const { officialHtml, solutionHtml } = row;
  // A problem is a known issue before anything is said about it.
  const summary = row.summary?.trim() ? row.summary : null;
  const html = officialHtml ?? solutionHtml;
  const text = summary ?? (html === null ? row.excerpt : textFromHtml(html));
  const by = officialHtml === null ? "solution" : "team";
  return {
    excerpt: excerpt(text, excerptCharacters),
    answerBy: summary !== null ? "known-issue" : html === null ? null : by,
  };
}

function actOf(row: TopicRow, reader: number): Pick<SimilarThing, "act" | "isMine"> {
  if (row.board === "suggestion") {
    const isOpen = isSuggestionStatus(row.status) && acceptsVotes(row.status);
    return { act: isOpen ? "vote" : null, isMine: asBoolean(row.isVoted) };
  }
  const isOthers = row.kind === "problem" && row.authorId !== reader;
  return { act: isOthers ? "affect" : null, isMine: asBoolean(row.isAffected) };
}

interface AnnouncementRow {
  id: number;
  slug: string;
  title: string;
  excerpt: string;
  language: string;
  release: string;
}

export async function readSimilarAnnouncements(ctx: Context, scores: Scores): Promise<SimilarThing[]> {
  if (scores.size === 0) return [];
  const ids = [...scores.keys()];
  const rows = await ctx.rows<AnnouncementRow>(
    `SELECT a."id", a."slug", a."title", a."excerpt", a."language", a."release" FROM "Announcement" a
     WHERE a."id" IN (${ids.map(() => "?").join(", ")}) AND ${visibleAnnouncements(ctx.actor)}`,
    ids,
  );
  return rows.map((row) => ({
    board: "announcement",
    kind: "announcement",
    number: null,
    url: announcementPath(row),
    title: row.title,
    excerpt: excerpt(row.excerpt, excerptCharacters),
    ...{ answerBy: "team", act: null, isMine: false },
    language: languageOf(row.language),
    status: null,
    votes: 0,
    affected: 0,
    release: row.release,
    score: scores.get(row.id) ?? 0,
  }));
}
