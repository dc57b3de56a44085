import type { Actor } from "~/features/members/context";
import { isModerator } from "~/features/members/role";
import type { SqlValue } from "~/platform/db/client.server";
import { asBoolean, asDate, asDateOrNull, asJson } from "~/platform/db/columns";
import { type Person, personColumns, personOf } from "./person";
import { mayRead } from "./policy";
import type { ReactionCounts } from "./reaction";
import type { Condition } from "./visibility";

/** Why only a mark stands where a reply was: by its author, by those who may, or until somebody decided about it. */
export type Absence = "deleted" | "removed" | "held";

/** A reply as pages show it. What may not be read is not in it. */
export interface Reply {
  id: number;
  /** Whom it answers, also where the tree has no deeper level; null for the topic itself. */
  parentId: number | null;
  /** Name of who is answered; null when that reply is gone. */
  answers: string | null;
  depth: number;
  /** Nobody's when `absence` says why: who wrote what was taken away is not told. */
  authorId: number;
  author: Person;
  /** Sanitised markup; empty when `absence` says why. */
  bodyHtml: string;
  language: string;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  heldAt: Date | null;
  /** The word for why it is held; null for whoever does not see it. */
  heldFor: string | null;
  absence: Absence | null;
  /** Everything below that can be read. */
  descendantCount: number;
  /** What readers said with one press; "helpful" with those an archive brought. */
  reactions: ReactionCounts;
  attachmentCount: number;
  isOfficial: boolean;
}

/** Columns of a reply `r` with its author `m`, the reply it answers `p` and that one's author `a`. */
export const replyColumns = `r."id", r."parentId", r."path", r."depth", r."authorId", r."bodyHtml", r."language",
  r."createdAt", r."editedAt", r."deletedAt", r."deletedById", r."heldAt", r."heldFor", r."descendantCount", r."helpfulCount",
  r."reactions",  r."attachmentCount", r."isOfficial", ${personColumns("m")},
  CASE WHEN p."deletedAt" IS NULL AND p."heldAt" IS NULL THEN a."displayName" END AS "answers"`;

export const replyJoins = `JOIN "Member" m ON m."id" = r."authorId"
  LEFT JOIN "Reply" p ON p."id" = r."parentId" LEFT JOIN "Member" a ON a."id" = p."authorId"`;

/** Its place is not for pages: places are numbered, and a gap would say that something is held there. */
export interface PlacedReply {
  path: string;
  reply: Reply;
}

export type ReplyRow = Record<string, unknown> &
  Omit<Reply, "author" | "absence" | "reactions"> & {
    path: string;
    deletedById: number | null;
    helpfulCount: number;
    authorName: string;
    authorDisplayName: string;
    authorRole: string;
  };

/**
 * Which replies stand on a page, on a table called `r`: those the reader may read, and of the others those that have
 * something below them or spoke for the team, whose place must stay.
 */
export function standingWhere(actor: Actor | null): Condition {
  const params: SqlValue[] = [];
  let held = `r."heldAt" IS NULL`;
  if (isModerator(actor)) held = "1 = 1";
  else if (actor) {
    held = `(r."heldAt" IS NULL OR r."authorId" = ?)`;
    params.push(actor.id);
  }
  return {
    sql: `(r."descendantCount" > 0 OR r."isOfficial" OR (r."deletedAt" IS NULL AND ${held}))`,
    params,
  };
}

export function placedReplyOf(row: ReplyRow, actor: Actor | null): PlacedReply {
  return { path: row.path, reply: replyOf(row, actor) };
}

export function replyOf(row: ReplyRow, actor: Actor | null): Reply {
  const { id, parentId, answers, depth, authorId, language, descendantCount } = row;
  const deletedAt = asDateOrNull(row.deletedAt);
  const heldAt = asDateOrNull(row.heldAt);
  const absence = absenceOf({ authorId, deletedAt, heldAt, deletedById: row.deletedById }, actor);
  return {
    ...{ id, parentId, answers, depth, descendantCount },
    authorId: absence ? 0 : authorId,
    language: absence ? "" : language,
    ...{ deletedAt, heldAt, absence },
    heldFor: absence ? null : row.heldFor,
    author: absence ? { name: "", displayName: "", isStaff: false } : personOf(row),
    bodyHtml: absence ? "" : row.bodyHtml,
    reactions: absence ? {} : { ...asJson<ReactionCounts | null>(row.reactions), helpful: row.helpfulCount },
    attachmentCount: absence ? 0 : row.attachmentCount,
    createdAt: asDate(row.createdAt),
    editedAt: absence ? null : asDateOrNull(row.editedAt),
    isOfficial: asBoolean(row.isOfficial),
  };
}

function absenceOf(
  reply: { authorId: number; deletedAt: Date | null; heldAt: Date | null; deletedById: number | null },
  actor: Actor | null,
): Absence | null {
  if (reply.deletedAt) return reply.deletedById === reply.authorId ? "deleted" : "removed";
  return mayRead(actor, reply) ? null : "held";
}
