import type { MemberContext } from "~/features/members/context";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import type { SqlValue } from "~/platform/db/client.server";
import type { FollowLevel, FollowReason } from "./follow-level";
import { readCursor, writeCursor } from "./list-cursor";
import type { TopicSection } from "./my-section";
import { mostNewReplies, type MyTopic } from "./my-topic";
import { visibleWhere } from "./visibility";

const topicsPerPage = 25;
export interface MyTopicsPage {
  topics: MyTopic[];
  next: string | null;
}

interface MyTopicsQuery {
  section: TopicSection;
  /** What happened after it is new. */
  since: Date;
  after: string | null;
  /** Of what they follow, only what they muted. */
  isMuted?: boolean;
}

interface Source {
  from: string;
  owner: string;
  /** When the member came to it, and what the list is ordered by. */
  at: string;
  order: string;
}

const sources: Record<TopicSection, Source> = {
  posted: { from: `"Topic" t`, owner: `t."authorId"`, at: `t."createdAt"`, order: `t."createdAt"` },
  voted: joined("Vote", `x."createdAt"`),
  affected: joined("Affected", `x."createdAt"`),
  // What moves comes first: this is where one looks for what changed.
  following: joined("Follow", `t."lastActivityAt"`),
};

function joined(table: string, order: string): Source {
  return {
    from: `"${table}" x JOIN "Topic" t ON t."id" = x."topicId"`,
    owner: `x."memberId"`,
    at: `x."createdAt"`,
    order,
  };
}

/** One page of what a member has to do with, as far as they may still read it, with what changed. One query. */
export async function listMyTopics(ctx: MemberContext, query: MyTopicsQuery): Promise<MyTopicsPage> {
  const { section, since, after, isMuted = false } = query;
  const { from, owner, at, order } = sources[section];
  const memberId = ctx.actor.id;
  const visible = visibleWhere(ctx.actor);
  const cursor = readCursor(after, "newest");
  const narrowed: SqlValue[] = cursor ? [cursor.key, cursor.id] : [];
  const muted = section === "following" ? ` AND x."level" ${isMuted ? "=" : "<>"} 'muted'` : "";
  const rows = await ctx.rows<Row>(
    `SELECT t."id", t."number", t."slug", t."board", t."title", t."language", t."status", t."statusChangedAt",
       t."lastActivityAt", t."replyCount", t."voteCount", t."affectedCount", ${at} AS "at", ${order} AS "key",
       f."level", f."reason", o."postedAt" AS "officialAt", v."lastReplyId", t."lastOfficialId",
       (SELECT COUNT(*) FROM (
         SELECT 1 FROM "Reply" n WHERE n."topicId" = t."id" AND ${isUnreadReply(at)}
         AND n."deletedAt" IS NULL AND n."heldAt" IS NULL AND n."authorId" <> ? LIMIT ${mostNewReplies + 1}) AS "fresh"
       ) AS "newReplies"
     FROM ${from} LEFT JOIN "Follow" f ON f."topicId" = t."id" AND f."memberId" = ?
     LEFT JOIN "ReadPosition" v ON v."topicId" = t."id" AND v."memberId" = ?
     LEFT JOIN "ReadHorizon" z ON z."memberId" = ?
     LEFT JOIN "OfficialReply" o ON o."replyId" = t."lastOfficialId"
     WHERE ${owner} = ? AND ${visible.sql}${muted}${cursor ? ` AND (${order}, t."id") < (?, ?)` : ""}
     ORDER BY ${order} DESC, t."id" DESC LIMIT ${topicsPerPage + 1}`,
    [since, memberId, memberId, memberId, memberId, memberId, ...visible.params, ...narrowed],
  );
  const shown = rows.slice(0, topicsPerPage);
  const last = rows.length > topicsPerPage ? shown.at(-1) : undefined;
  return {
    topics: shown.map((row) => myTopicOf(row, since)),
    next: last ? writeCursor({ key: asDate(last.key), id: last.id }) : null,
  };
}

/** Of a topic they opened, what they have not read; of another, what came since they last looked. Parameter: since when. */
function isUnreadReply(at: string): string {
  return `(z."at" IS NULL OR n."createdAt" > z."at") AND CASE WHEN v."lastReplyId" IS NULL
    THEN n."createdAt" > ? AND n."createdAt" > ${at} ELSE n."id" > v."lastReplyId" END`;
}

type Row = Record<
  "at" | "key" | "statusChangedAt" | "lastActivityAt" | "officialAt" | "newReplies",
  unknown
> &
  Pick<MyTopic, "id" | "number" | "slug" | "board" | "title" | "language" | "status"> &
  Record<"replyCount" | "voteCount" | "affectedCount", number> & {
    level: FollowLevel | null;
    reason: FollowReason | null;
    lastReplyId: number | null;
    lastOfficialId: number | null;
  };

function myTopicOf(row: Row, since: Date): MyTopic {
  const { id, number, slug, board, title, language, status, level, reason } = row;
  const at = asDate(row.at);
  const isUnread = row.lastReplyId === null || (row.lastOfficialId ?? 0) > row.lastReplyId;
  const isNew = (when: Date | null) => when !== null && when > since && when > at;
  return {
    ...{ id, number, slug, board, title, language, status },
    counts: { replies: row.replyCount, votes: row.voteCount, affected: row.affectedCount },
    lastActivityAt: asDate(row.lastActivityAt),
    follow: level && reason && { level, reason },
    news: {
      replies: Number(row.newReplies),
      isOfficial: isUnread && isNew(asDateOrNull(row.officialAt)),
      isStatus: isNew(asDate(row.statusChangedAt)),
    },
  };
}
