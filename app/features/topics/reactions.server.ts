import type { Context } from "~/features/members/context";
import { asDate, asDateOrNull, asJson } from "~/platform/db/columns";
import type { SqlValue } from "~/platform/db/client.server";
import { readCursor, writeCursor } from "./list-cursor";
import { type Person, personColumns, personOf } from "./person";
import { mayRead } from "./policy";
import { type ReactionCounts, type ReactionKind, type ReactionTarget } from "./reaction";
import { NotFound } from "~/platform/errors";

const peoplePerPage = 50;

export interface Reacted {
  id: number;
  kind: ReactionKind;
  person: Person;
  at: Date;
}

export interface ReactedPage {
  people: Reacted[];
  next: string | null;
}

/** Who reacted to a text and how, the latest first. Whether the text may be read is for the caller to ask. */
export async function listReacted(
  { rows }: Context,
  target: ReactionTarget,
  { kind, after }: { kind: ReactionKind | null; after: string | null },
): Promise<ReactedPage> {
  const [column, id] = Object.entries(target)[0]!;
  const cursor = readCursor(after, "newest");
  const params: SqlValue[] = [id];
  let narrowed = "";
  if (kind) {
    narrowed += ` AND x."kind" = ?`;
    params.push(kind);
  }
  if (cursor) {
    narrowed += ` AND (x."createdAt", x."id") < (?, ?)`;
    params.push(cursor.key, cursor.id);
  }
  const found = await rows<
    { id: number; kind: ReactionKind; createdAt: unknown } & Parameters<typeof personOf>[0]
  >(
    `SELECT x."id", x."kind", x."createdAt", ${personColumns("m")}
     FROM "Reaction" x JOIN "Member" m ON m."id" = x."memberId"
     WHERE x."${column}" = ? AND m."deletedAt" IS NULL${narrowed}
     ORDER BY x."createdAt" DESC, x."id" DESC LIMIT ${peoplePerPage + 1}`,
    params,
  );
  const people = found
    .slice(0, peoplePerPage)
    .map((row) => ({ id: row.id, kind: row.kind, person: personOf(row), at: asDate(row.createdAt) }));
  const last = found.length > peoplePerPage ? people.at(-1) : undefined;
  return { people, next: last ? writeCursor({ key: last.at, id: last.id }) : null };
}

/** The reactions to a reply of this topic, and how many of them only an archive knows. */
export async function getReplyReactions(
  ctx: Context,
  { topicId, replyId }: { topicId: number; replyId: number },
): Promise<{ authorName: string; counts: ReactionCounts; imported: number }> {
  const [row] = await ctx.rows<Record<string, unknown> & { authorId: number; importedHelpful: number }>(
    `SELECT r."authorId", r."heldAt", r."deletedAt", r."reactions", r."helpfulCount", r."importedHelpful",
            m."displayName" FROM "Reply" r JOIN "Member" m ON m."id" = r."authorId"
     WHERE r."id" = ? AND r."topicId" = ?`,
    [replyId, topicId],
  );
  if (!row || row.deletedAt) throw new NotFound("reply");
  if (!mayRead(ctx.actor, { authorId: row.authorId, deletedAt: null, heldAt: asDateOrNull(row.heldAt) }))
    throw new NotFound("reply");
  return {
    authorName: String(row.displayName),
    counts: { ...asJson<ReactionCounts | null>(row.reactions), helpful: Number(row.helpfulCount) },
    imported: row.importedHelpful,
  };
}
