import type { Context } from "~/features/members/context";
import { mayRead } from "~/features/topics/policy";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import type { OfficialType } from "./official-reply";
import { isStaffNow } from "./reading.server";
import { textHash } from "./text-hash.server";

/** What is true of a reference, as far as the viewer may know it. */
export type Verification =
  | { state: "unknown" }
  /** It is ours, and what it stood on is not public any more. */
  | { state: "not-public" }
  | { state: "genuine"; letter: VerifiedLetter };

export interface VerifiedLetter {
  reference: string;
  type: OfficialType;
  author: { displayName: string; title: string; memberName: string; isStaffNow: boolean };
  topic: { number: number; slug: string; title: string; language: string };
  replyId: number;
  postedAt: Date;
  deletedAt: Date | null;
  /** Who deleted it; null where nobody is known to have. */
  deletedBy: string | null;
  /** What was changed since, oldest first. */
  edits: Edit[];
  /** SHA-256 of the text that was sent, and of the text as it stands now; null when it was deleted. */
  sentHash: string;
  presentHash: string | null;
}

/** One change of its text: SHA-256 of what it became; null for what was deleted. */
export interface Edit {
  at: Date;
  by: string;
  isMinor: boolean;
  hash: string | null;
}

const editsShown = 100;

/** Looks a reference up as `readReference` writes it. At most two queries. */
export async function verifyReference(ctx: Context, reference: string): Promise<Verification> {
  const [row] = await ctx.rows<Record<string, unknown>>(
    `SELECT o."replyId", o."reference", o."type", o."authorName", o."authorTitle", o."textHash", o."postedAt",
            r."body", r."version", d."displayName" AS "deletedBy", r."deletedAt" AS "replyDeletedAt", r."heldAt" AS "replyHeldAt",
            m."name" AS "memberName", m."role", m."suspendedAt", m."deletedAt" AS "memberDeletedAt",
            t."number", t."slug", t."title", t."language", t."authorId", t."deletedAt", t."heldAt"
     FROM "OfficialReply" o
     JOIN "Reply" r ON r."id" = o."replyId" JOIN "Member" m ON m."id" = r."authorId"
     LEFT JOIN "Member" d ON d."id" = r."deletedById" JOIN "Topic" t ON t."id" = o."topicId" WHERE o."reference" = ?`,
    [reference],
  );
  if (!row) return { state: "unknown" };
  const topic = {
    authorId: row.authorId as number,
    deletedAt: asDateOrNull(row.deletedAt),
    heldAt: asDateOrNull(row.heldAt),
  };
  if (!mayRead(ctx.actor, topic) || row.replyHeldAt !== null) return { state: "not-public" };
  const edits =
    (row.version as number) > 1 ? await listEdits(ctx, row.replyId as number, presentHashOf(row)) : [];
  return { state: "genuine", letter: letterOf(row, edits) };
}

/** Each revision is what an edit replaced, kept at that time. */
async function listEdits(ctx: Context, replyId: number, presentHash: string | null): Promise<Edit[]> {
  const rows = await ctx.rows<{ createdAt: unknown; body: string; telling: string | null; by: string }>(
    `SELECT v."createdAt", v."body", v."telling", m."displayName" AS "by" FROM "Revision" v
     JOIN "Member" m ON m."id" = v."editorId" WHERE v."replyId" = ? ORDER BY v."version" DESC LIMIT ${editsShown}`,
    [replyId],
  );
  // What an edit made of the text is what the next one replaced; of the last one, what stands now.
  return rows
    .map(({ createdAt, telling, by }, at) => ({
      at: asDate(createdAt),
      by,
      isMinor: telling === "minor",
      hash: at === 0 ? presentHash : textHash(rows[at - 1]!.body),
    }))
    .toReversed();
}

function presentHashOf(row: Record<string, unknown>): string | null {
  return row.replyDeletedAt === null ? textHash(row.body as string) : null;
}

function letterOf(row: Record<string, unknown>, edits: Edit[]): VerifiedLetter {
  const deletedAt = asDateOrNull(row.replyDeletedAt);
  return {
    reference: row.reference as string,
    type: row.type as OfficialType,
    author: {
      displayName: row.authorName as string,
      title: row.authorTitle as string,
      memberName: row.memberName as string,
      isStaffNow: isStaffNow(row),
    },
    topic: {
      number: row.number as number,
      slug: row.slug as string,
      title: row.title as string,
      language: row.language as string,
    },
    replyId: row.replyId as number,
    postedAt: asDate(row.postedAt),
    deletedAt,
    deletedBy: row.deletedBy as string | null,
    edits,
    sentHash: row.textHash as string,
    presentHash: presentHashOf(row),
  };
}
