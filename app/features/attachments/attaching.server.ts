import type { MemberContext, Tx } from "~/features/members/context";
import { Conflict } from "~/platform/errors";
import { type AttachmentTarget, isAttachmentId, isVideo, maxAttachments, maxVideos } from "./attachment";
import { cleanAlt } from "./display-name";

export interface Attached {
  /** For the counters the caller keeps: `attachmentCount` and `coverId` of what they hang on. */
  count: number;
  coverId: string | null;
}

type AttachInput = AttachmentTarget & {
  attachmentIds: readonly string[];
  /** New descriptions by id; the others stay. */
  alts?: Readonly<Record<string, string>>;
};

/**
 * Hangs uploads on a new post, in this order, and opens them to everybody. Only the actor's own and free ones: any
 * other id ends the transaction with a Conflict, for `readPost` has left out what was not theirs.
 */
export async function attachTo(tx: Tx<MemberContext>, input: AttachInput): Promise<Attached> {
  const ids = [...new Set(input.attachmentIds)];
  if (ids.length === 0) return { count: 0, coverId: null };
  const audience = await audienceOf(tx, input);
  for (const [position, id] of ids.entries()) await attachOne(tx, { id, position, input, audience });
  return attached(tx, ids);
}

/**
 * Makes these the pictures of an existing post: new ones are attached, those left out are taken off and purged with the
 * other free uploads. The caller has checked that the actor may edit the post.
 */
export async function replaceAttachments(tx: Tx<MemberContext>, input: AttachInput): Promise<Attached> {
  const target = targetOf(input);
  const ids = [...new Set(input.attachmentIds)];
  await tx.db.attachment.updateMany({
    where: { ...target, id: { notIn: ids } },
    data: { topicId: null, replyId: null, announcementId: null, attachedAt: null, audience: "owner" },
  });
  const audience = await audienceOf(tx, input);
  for (const [position, id] of ids.entries()) {
    const stays = await tx.db.attachment.updateMany({
      where: { ...target, id },
      data: { position, ...newAlt(input, id) },
    });
    if (stays.count === 0) await attachOne(tx, { id, position, input, audience });
  }
  return attached(tx, ids);
}

/** The first picture is the cover. Asked of what hangs there now, so that no more than may do. */
async function attached(tx: Tx, ids: readonly string[]): Promise<Attached> {
  if (ids.length === 0) return { count: 0, coverId: null };
  const rows = await tx.db.attachment.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, mediaType: true },
  });
  const videos = new Set(rows.filter((row) => isVideo(row)).map(({ id }) => id));
  if (videos.size > maxVideos || ids.length - videos.size > maxAttachments)
    throw new Conflict("attachment-too-many");
  return { count: ids.length, coverId: ids.find((id) => !videos.has(id)) ?? null };
}

/** New pictures of a post that is held, hidden or not published yet are as closed as the post is. */
async function audienceOf({ db }: Tx, target: AttachmentTarget): Promise<"public" | "owner"> {
  const isOpen = { deletedAt: null, heldAt: null };
  const open = await findOpen();
  return open ? "public" : "owner";

  function findOpen() {
    if ("topicId" in target) return db.topic.findFirst({ where: { id: target.topicId, ...isOpen } });
    if ("replyId" in target)
      return db.reply.findFirst({ where: { id: target.replyId, ...isOpen, topic: isOpen } });
    return db.announcement.findFirst({ where: { id: target.announcementId, status: "published" } });
  }
}

async function attachOne(
  tx: Tx<MemberContext>,
  { id, position, input, audience }: { id: string; position: number; input: AttachInput; audience: string },
): Promise<void> {
  if (!isAttachmentId(id)) throw new Conflict("attachment-gone");
  // Whether it is free is asked by the write itself, so that two posts sent at once cannot both get it.
  const { count } = await tx.db.attachment.updateMany({
    where: { id, ownerId: tx.actor.id, attachedAt: null },
    data: {
      ...targetOf(input),
      position,
      audience,
      attachedAt: tx.clock.now(),
      ...newAlt(input, id),
    },
  });
  if (count === 0) throw new Conflict("attachment-gone");
}

function newAlt({ alts }: AttachInput, id: string): { alt?: string } {
  const alt = alts?.[id];
  return alt === undefined ? {} : { alt: cleanAlt(alt) };
}

function targetOf(input: AttachInput): AttachmentTarget {
  if ("topicId" in input) return { topicId: input.topicId };
  if ("replyId" in input) return { replyId: input.replyId };
  return { announcementId: input.announcementId };
}
