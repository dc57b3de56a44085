import type { Actor, Context } from "~/features/members/context";
import { isStaff } from "~/features/members/role";
import { type Area, listAllAreas } from "~/features/site/areas.server";
import { asBoolean, asDate, asDateOrNull, asJson } from "~/platform/db/columns";
import type { DatabaseKind } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { type FollowLevel, type FollowReason, type FollowState, followStateOf } from "./follow-level";
import { groupOf } from "./merge-group";
import { type OwnMarks, ownMarksColumn, ownMarksOf } from "./own-marks";
import { dateInJson, jsonColumn, jsonRows } from "./json-rows";
import type { KnownIssue } from "./known-issue";
import { knownIssueColumn, knownIssueOf } from "./known-issue-columns";
import type { StandingPromise, TeamPromise } from "./promise";
import { mergedPromisesColumn, promisesColumn, promisesOf } from "./promise-columns";
import { type Person, personColumns, personOf } from "./person";
import { mayRead, type TopicFacts } from "./policy";
import { visitsEndedBefore, type Reading } from "./read-position";
import { readingColumns, readingJoin, readingOf } from "./reading-columns";
import type { ReactionCounts } from "./reaction";
import { staffTimelineTypes, type TimelineType } from "./timeline.server";
import type { Board, TopicKind, TopicStatus } from "./topic";

const timelineShown = 100;
const facesShown = 5;

export interface TimelineItem {
  id: number;
  type: TimelineType;
  data: Record<string, unknown>;
  actor: Pick<Person, "name" | "displayName"> | null;
  createdAt: Date;
}

export interface MergedTopic {
  number: number;
  slug: string;
  title: string;
  language: string;
}

/** A topic as its page shows it, with all that is small and belongs to it. */
export interface Topic extends TopicFacts {
  id: number;
  number: number;
  slug: string;
  board: Board;
  kind: TopicKind;
  status: TopicStatus;
  statusChangedAt: Date;
  closedReason: string | null;
  declinedReason: string | null;
  title: string;
  /** Sanitised markup. */
  bodyHtml: string;
  excerpt: string;
  language: string;
  version: number;
  area: Area;
  author: Person & { since: Date };
  createdAt: Date;
  editedAt: Date | null;
  lastActivityAt: Date;
  isListed: boolean;
  /** Who took it away; null unless it is deleted and the reader may see it all the same. */
  deletedById: number | null;
  /** The word for why it is held. */
  heldFor: string | null;
  counts: { replies: number; votes: number; importedVotes: number; affected: number; official: number };
  attachmentCount: number;
  reactions: ReactionCounts;
  solution: { id: number; at: Date; by: string | null } | null;
  /** Of a closed one: where the same is told, if that is public. */
  duplicateOf: { number: number; slug: string; title: string } | null;
  /** What it was merged into; null also where that may not be seen. */
  mergedInto: (MergedTopic & { status: TopicStatus; votes: number; isVoted: boolean }) | null;
  /** What was merged into it, as far as everybody may see it. */
  mergedHere: (MergedTopic & { id: number; replies: number })[];
  tags: { slug: string; name: string }[];
  timeline: TimelineItem[];
  /** What the team says of it; null unless it is a known issue. */
  knownIssue: KnownIssue | null;
  /** What the team promised on it, the oldest first. */
  promises: TeamPromise[];
  /** What stands promised on what was merged into it; for the team, who settle it here. */
  mergedPromises: StandingPromise[];
  /** What the inbox of the team says of it, for those who know its words: a moment behind what happens. */
  waits: { kind: string; since: Date }[];
  /** Some of those who have the same problem, the latest first: staff see who they are, others how many. */
  faces: { name: string; displayName: string }[];
  /** The reader's own part; null for a guest. */
  mine: {
    isAffected: boolean;
    isVoted: boolean;
    /** False where the vote waits for the account to count. */
    isVoteCounted: boolean;
    /** What reaches them of it, and why. */
    follow: FollowState | null;
    reading: Reading;
    marks: OwnMarks;
  } | null;
}

/** One topic by its public number, in one query. Throws NotFound alike for what is missing and what may not be read. */
export async function getTopic(ctx: Context, number: number): Promise<Topic> {
  const reader = ctx.actor?.id ?? 0;
  const visitsEnded = visitsEndedBefore(ctx.clock.now());
  const [[row], areas] = await Promise.all([
    ctx.rows<TopicRow>(topicSql[ctx.databaseKind][isStaff(ctx.actor) ? "team" : "everybody"], [
      ...[reader, reader, reader, reader, reader, reader, visitsEnded, reader],
      ...[reader, reader, reader, number],
    ]),
    listAllAreas(ctx),
  ]);
  if (!row) throw new NotFound("topic");
  const topic = topicOf(row, areas, ctx.actor);
  if (!mayRead(ctx.actor, topic)) throw new NotFound("topic");
  return topic;
}

type TopicRow = Record<string, unknown> & {
  id: number;
  areaId: number;
  authorName: string;
  authorDisplayName: string;
  authorRole: string;
  solutionId: number | null;
  solvedByName: string | null;
  follow: FollowLevel | null;
  followReason: FollowReason | null;
  areaFollow: FollowLevel | null;
};

const topicSql = { sqlite: sqlsFor("sqlite"), postgresql: sqlsFor("postgresql") };

function sqlsFor(kind: DatabaseKind) {
  const staffTypes = staffTimelineTypes.map((type) => `'${type}'`).join(", ");
  return {
    team: sqlFor(kind, "1 = 1", mergedPromisesColumn(kind)),
    everybody: sqlFor(kind, `"type" NOT IN (${staffTypes})`, "NULL"),
  };
}

/** 0 for a reader who does not vote for the group of this topic, 1 where their vote does not count, else 2. */
function ownVote(id: string): string {
  return `(SELECT MAX(CASE WHEN v."isCounted" THEN 2 ELSE 1 END) FROM "Vote" v
    WHERE v."memberId" = ? AND v."topicId" IN ${groupOf(id)})`;
}

function sqlFor(kind: DatabaseKind, shown: string, mergedPromises: string): string {
  const timeline = jsonRows(kind, {
    fields: {
      id: `e."id"`,
      type: `e."type"`,
      data: jsonColumn(kind, `e."data"`),
      createdAt: `e."createdAt"`,
      name: `n."name"`,
      displayName: `n."displayName"`,
    },
    from: `(SELECT * FROM "TimelineEntry" WHERE "topicId" = t."id" AND ${shown}
             ORDER BY "createdAt" DESC, "id" DESC LIMIT ${timelineShown}) e
           LEFT JOIN "Member" n ON n."id" = e."actorId"`,
    order: `e."createdAt", e."id"`,
  });
  const tags = jsonRows(kind, {
    fields: { slug: `g."slug"`, name: `g."name"` },
    from: `"TopicTag" tt JOIN "Tag" g ON g."id" = tt."tagId" WHERE tt."topicId" = t."id"`,
    order: `g."slug"`,
  });
  const merged = jsonRows(kind, {
    fields: {
      id: `g."id"`,
      number: `g."number"`,
      slug: `g."slug"`,
      title: `g."title"`,
      language: `g."language"`,
      replies: `g."replyCount"`,
    },
    from: `"Topic" g WHERE g."mergedIntoId" = t."id" AND g."deletedAt" IS NULL AND g."heldAt" IS NULL`,
    order: `g."id"`,
  });
  const waits = jsonRows(kind, {
    fields: { kind: `q."kind"`, since: `q."since"` },
    from: `"Obligation" q WHERE q."topicId" = t."id"`,
    order: `q."since", q."id"`,
  });
  const faces = jsonRows(kind, {
    fields: { name: `f."name"`, displayName: `f."displayName"` },
    from: `(SELECT n."name", n."displayName", x."createdAt" FROM "Affected" x JOIN "Member" n ON n."id" = x."memberId"
            WHERE x."topicId" = t."id" AND n."deletedAt" IS NULL ORDER BY x."createdAt" DESC LIMIT ${facesShown}) f`,
    order: `f."createdAt" DESC`,
  });
  return `SELECT t."id", t."number", t."slug", t."board", t."kind", t."status", t."statusChangedAt", t."closedReason",
    t."declinedReason", t."title", t."bodyHtml", t."excerpt", t."language", t."version", t."areaId", t."authorId",
    t."createdAt", t."editedAt", t."lastActivityAt", t."isListed", t."deletedAt", t."deletedById", t."heldAt", t."heldFor",
    t."lockedAt", t."replyCount", t."voteCount", t."importedVotes", t."affectedCount", t."officialCount",
    t."attachmentCount", t."reactions", t."solutionId", t."solvedAt", ${personColumns("m")}, m."createdAt" AS "authorSince",
    s."displayName" AS "solvedByName", i."number" AS "intoNumber", i."slug" AS "intoSlug", i."title" AS "intoTitle",
    i."language" AS "intoLanguage", i."status" AS "intoStatus", i."voteCount" AS "intoVotes",
    d."number" AS "sameNumber", d."slug" AS "sameSlug", d."title" AS "sameTitle",
    ${timeline} AS "timeline", ${tags} AS "tags", ${knownIssueColumn(kind)} AS "knownIssue",
    ${ownMarksColumn(kind)} AS "marks",
    CASE WHEN t."officialCount" > 0 OR t."firstOfficialAt" IS NOT NULL THEN ${promisesColumn(kind)} END AS "promises",
    CASE WHEN t."board" = 'suggestion' THEN ${mergedPromises} END AS "mergedPromises",
    CASE WHEN t."kind" = 'problem' THEN ${waits} END AS "waits",
    CASE WHEN t."board" = 'suggestion' THEN ${merged} END AS "merged",
    CASE WHEN t."affectedCount" > 0 THEN ${faces} END AS "faces",
    EXISTS (SELECT 1 FROM "Affected" WHERE "topicId" = t."id" AND "memberId" = ?) AS "isAffected",
    ${ownVote(`t."id"`)} AS "ownVote", ${ownVote(`i."id"`)} AS "intoVote",
    w."level" AS "follow", w."reason" AS "followReason", k."level" AS "areaFollow", ${readingColumns(kind)}
    FROM "Topic" t JOIN "Member" m ON m."id" = t."authorId"
    LEFT JOIN "Follow" w ON w."topicId" = t."id" AND w."memberId" = ?
    LEFT JOIN "AreaFollow" k ON k."areaId" = t."areaId" AND k."memberId" = ? ${readingJoin}
    LEFT JOIN "Member" s ON s."id" = t."solvedById" LEFT JOIN "Topic" i ON i."id" = t."mergedIntoId"
      AND i."deletedAt" IS NULL AND i."heldAt" IS NULL
    LEFT JOIN "Topic" d ON d."id" = t."duplicateOfId" AND d."deletedAt" IS NULL AND d."heldAt" IS NULL
    WHERE t."number" = ?`;
}

function topicOf(row: TopicRow, areas: readonly Area[], reader: Actor | null): Topic {
  const copied = row as unknown as Topic & Record<string, number>;
  const { id, number, slug, board, kind, status, title, bodyHtml, excerpt, language, version, authorId } =
    copied;
  const { closedReason, declinedReason, deletedById, heldFor, attachmentCount } = copied;
  const solvedAt = asDateOrNull(row.solvedAt);
  return {
    ...{ id, number, slug, board, kind, status, title, bodyHtml, excerpt, language, version, authorId },
    ...{ closedReason, declinedReason, deletedById, heldFor, attachmentCount },
    statusChangedAt: asDate(row.statusChangedAt),
    createdAt: asDate(row.createdAt),
    editedAt: asDateOrNull(row.editedAt),
    lastActivityAt: asDate(row.lastActivityAt),
    deletedAt: asDateOrNull(row.deletedAt),
    heldAt: asDateOrNull(row.heldAt),
    lockedAt: asDateOrNull(row.lockedAt),
    isListed: asBoolean(row.isListed),
    area: areas.find((area) => area.id === row.areaId) ?? namelessArea(row.areaId),
    author: { ...personOf(row), since: asDate(row.authorSince) },
    counts: {
      replies: copied.replyCount!,
      votes: copied.voteCount!,
      importedVotes: copied.importedVotes!,
      affected: copied.affectedCount!,
      official: copied.officialCount!,
    },
    reactions: asJson<ReactionCounts | null>(row.reactions) ?? {},
    solution: row.solutionId && solvedAt ? { id: row.solutionId, at: solvedAt, by: row.solvedByName } : null,
    duplicateOf: copied.sameNumber
      ? { number: copied.sameNumber, slug: String(row.sameSlug), title: String(row.sameTitle) }
      : null,
    mergedInto: mergedIntoOf(row),
    mergedHere: row.merged ? asJson(row.merged) : [],
    tags: asJson(row.tags),
    timeline: asJson<TimelineJson[]>(row.timeline).map(timelineItemOf),
    knownIssue: knownIssueOf(row.knownIssue, { kind, status }),
    promises: row.promises ? promisesOf(row.promises) : [],
    mergedPromises: row.mergedPromises ? asJson(row.mergedPromises) : [],
    waits: waitsOf(row.waits),
    faces: row.faces && isStaff(reader) ? asJson(row.faces) : [],
    mine: reader
      ? {
          isAffected: asBoolean(row.isAffected),
          isVoted: Number(row.ownVote ?? 0) > 0,
          isVoteCounted: Number(row.ownVote ?? 0) > 1,
          follow: followStateOf(
            row.follow && row.followReason && { level: row.follow, reason: row.followReason },
            row.areaFollow,
          ),
          reading: readingOf(row),
          marks: ownMarksOf(row.marks, reader.id),
        }
      : null,
  };
}

function mergedIntoOf(row: TopicRow): Topic["mergedInto"] {
  if (row.intoNumber === null) return null;
  return {
    number: Number(row.intoNumber),
    slug: String(row.intoSlug),
    title: String(row.intoTitle),
    language: String(row.intoLanguage),
    status: row.intoStatus as TopicStatus,
    votes: Number(row.intoVotes),
    isVoted: Number(row.intoVote ?? 0) > 0,
  };
}

function waitsOf(column: unknown): Topic["waits"] {
  if (!column) return [];
  const found = asJson<{ kind: string; since: string }[]>(column);
  return found.map(({ kind, since }) => ({ kind, since: dateInJson(since) }));
}

interface TimelineJson {
  id: number;
  type: TimelineType;
  data: Record<string, unknown>;
  createdAt: string;
  name: string | null;
  displayName: string | null;
}

function timelineItemOf({ id, type, data, createdAt, name, displayName }: TimelineJson): TimelineItem {
  const actor = name === null ? null : { name, displayName: displayName ?? name };
  return { id, type, data, actor, createdAt: dateInJson(createdAt) };
}

/** Areas are cached for a few seconds; a topic may stand in one that is newer than that. */
function namelessArea(id: number): Area {
  return {
    id,
    slug: "",
    names: { en: "", "zh-CN": "" },
    descriptions: { en: "", "zh-CN": "" },
    position: 0,
    isArchived: false,
  };
}
