import type { Context } from "~/features/members/context";
import { NotFound } from "~/platform/errors";
import { type Attachment, isAttachmentId } from "./attachment";
import { mayReadFile } from "./policy";

export interface AttachmentsOf {
  topicId?: number;
  replyIds?: readonly number[];
  announcementIds?: readonly number[];
}

const columns = `"id", "ownerId", "topicId", "replyId", "announcementId", "mediaType", "fileName", "alt", "width",
  "height", "thumbWidth", "thumbHeight", "bytes", "durationMs", "audience"`;

/** The pictures of what a page shows, in their order, as far as the viewer may see them. One query, or none. */
export async function listAttachments(
  ctx: Context,
  { topicId, replyIds = [], announcementIds = [] }: AttachmentsOf,
): Promise<Attachment[]> {
  const groups: { column: string; ids: readonly number[] }[] = [
    { column: "topicId", ids: topicId === undefined ? [] : [topicId] },
    { column: "replyId", ids: replyIds },
    { column: "announcementId", ids: announcementIds },
  ].filter((group) => group.ids.length > 0);
  if (groups.length === 0) return [];
  const where = groups
    .map(({ column, ids }) => `"${column}" IN (${ids.map(() => "?").join(", ")})`)
    .join(" OR ");
  const rows = await ctx.rows<Attachment & { audience: string }>(
    `SELECT ${columns} FROM "Attachment" WHERE ${where} ORDER BY "position", "id"`,
    groups.flatMap(({ ids }) => ids),
  );
  return rows
    .filter((row) => mayReadFile(ctx.actor, row))
    .map(({ audience: _audience, ...attachment }) => attachment);
}

export interface ReadableFile extends Attachment {
  audience: string;
  sha256: string;
}

/** A picture the viewer may read. Throws NotFound alike for one that is missing and one that is not theirs. */
export async function getFile(ctx: Context, id: string): Promise<ReadableFile> {
  if (!isAttachmentId(id)) throw new NotFound("file");
  const [file] = await ctx.rows<ReadableFile>(
    `SELECT ${columns}, "sha256" FROM "Attachment" WHERE "id" = ?`,
    [id],
  );
  if (!file || !mayReadFile(ctx.actor, file)) throw new NotFound("file");
  return file;
}
