import { attachTo } from "~/features/attachments/attaching.server";
import type { MemberContext, Tx } from "~/features/members/context";
import { claimSubmission, completeSubmission } from "~/features/members/submitting.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { checkPost, type CheckRefusal, readHoldingCheck } from "./checking.server";
import { endDraft } from "./drafts.server";
import { replyHeld, replyPosted } from "./events";
import { follow } from "./following.server";
import { replyPath } from "./paths";
import { mayReply } from "./policy";
import { ancestorPaths, childPath, depthOf, parentPathFor } from "./reply-path";
import { takeTopic } from "./taking.server";
import { type PreparedText, prepareText } from "./text.server";
import type { Origin } from "./topic";

export interface NewReply {
  topicId: number;
  parentId?: number | null;
  text: PreparedText;
  isOfficial?: boolean;
  createdAt?: Date;
  /** The actor, unless somebody else wrote it. */
  author?: { id: number };
  origin?: Origin;
  /** The word for why it waits for somebody to look at it; see checking.server. */
  heldFor?: string | null;
}

export interface InsertedReply {
  id: number;
  path: string;
  depth: number;
}

export interface PostReplyInput {
  number: number;
  parentId?: number;
  body: string;
  attachmentIds: readonly string[];
  submission: string;
  /** Stamp of the draft it was written from. */
  draft?: string;
}

export type ReplyRefusal = "locked" | "merged" | "parent-gone" | CheckRefusal;

/**
 * Answers in a topic, or answers one of its replies. The same form sent twice leads to the same reply. It may have to
 * wait for a moderator: its author sees it there all the same.
 */
export async function postReply(
  ctx: MemberContext,
  input: PostReplyInput,
): Promise<Outcome<{ location: string }, ReplyRefusal>> {
  const [text, check] = await Promise.all([prepareText(ctx, { body: input.body }), readHoldingCheck(ctx)]);
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number: input.number });
    if (topic.status === "merged") return refused("merged");
    if (topic.lockedAt) return refused("locked");
    if (!mayReply(tx.actor, topic)) throw new Forbidden("topic.reply");
    // Refused before the form is claimed: sent again with another parent, it must be posted.
    if (input.parentId && !(await takesAnswers(tx, topic.id, input.parentId))) return refused("parent-gone");
    const { attachmentIds } = input;
    const checked = await checkPost(tx, check, { text, attachmentIds });
    if (!checked.ok) return checked;
    const earlier = await claimSubmission(tx, input.submission);
    if (earlier) return done({ location: earlier });

    const { heldFor } = checked;
    const reply = await insertReply(tx, { topicId: topic.id, parentId: input.parentId, text, heldFor });
    const { count } = await attachTo(tx, { replyId: reply.id, attachmentIds });
    if (count > 0) await tx.db.reply.update({ where: { id: reply.id }, data: { attachmentCount: count } });
    const location = replyPath(topic.number, reply.id);
    await completeSubmission(tx, input.submission, location);
    await endDraft(tx, { stamp: input.draft, writer: input.submission });
    return done({ location });
  });
}

/**
 * Puts a reply at its place in the tree and keeps every count that includes it. The topic's row is written first and
 * so held to the end: replies posted at once get places of their own. One that waits for a moderator has its place and is
 * counted and announced when it is released. Throws NotFound for a parent in another topic.
 */
export async function insertReply(tx: Tx, input: NewReply): Promise<InsertedReply> {
  const { topicId, parentId = null, text, isOfficial = false, origin = "posted", heldFor = null } = input;
  const authorId = input.author?.id ?? tx.actor?.id;
  if (authorId === undefined) throw new Error("A reply needs an author");
  const createdAt = input.createdAt ?? tx.clock.now();

  const childCount = await countIn(tx, {
    ...{ topicId, createdAt },
    isRoot: parentId === null,
    isHeld: heldFor !== null,
  });
  const path = parentId === null ? childPath("", childCount) : await placeUnder(tx, { topicId, parentId });
  const depth = depthOf(path);
  const { body, bodyHtml, language, rendererVersion } = text;
  const { id } = await tx.db.reply.create({
    data: {
      ...{ topicId, parentId, path, depth, authorId, isOfficial, origin, createdAt },
      ...{ body, bodyHtml, language, rendererVersion },
      ...(heldFor !== null && { heldFor, heldAt: createdAt }),
    },
    select: { id: true },
  });
  if (heldFor === null) await countInBranches(tx, { topicId, path, by: 1 });
  const counted = heldFor === null ? 1 : 0;
  await tx.db
    .$executeRaw`UPDATE "Member" SET "replyCount" = "replyCount" + ${counted} WHERE "id" = ${authorId}`;
  if (origin === "posted") await follow(tx, { topicId, memberId: authorId, reason: "replied" });
  await appendEvent(tx, heldFor === null ? replyPosted(topicId, id, origin) : replyHeld(topicId, id));
  return { id, path, depth };
}

/** Counts a reply into its topic, holding its row, and answers how many stand at the first level with it. */
async function countIn(
  tx: Tx,
  {
    topicId,
    isRoot,
    isHeld,
    createdAt,
  }: { topicId: number; isRoot: boolean; isHeld: boolean; createdAt: Date },
): Promise<number> {
  const movedTo = isHeld ? new Date(0) : createdAt;
  const [topic] = await tx.db.$queryRaw<{ childCount: number }[]>`
    UPDATE "Topic" SET "replyCount" = "replyCount" + ${isHeld ? 0 : 1}, "childCount" = "childCount" + ${isRoot ? 1 : 0},
      "lastActivityAt" = CASE WHEN "lastActivityAt" < ${movedTo} THEN ${movedTo} ELSE "lastActivityAt" END
    WHERE "id" = ${topicId} RETURNING "childCount"`;
  if (!topic) throw new NotFound("topic");
  return topic.childCount;
}

/** Changes how many replies everything above a place says it has below. */
export async function countInBranches(
  tx: Tx,
  { topicId, path, by }: { topicId: number; path: string; by: 1 | -1 },
): Promise<void> {
  const above = ancestorPaths(path);
  if (above.length === 0) return;
  await tx.db.reply.updateMany({
    where: { topicId, path: { in: above } },
    data: { descendantCount: { increment: by } },
  });
}

/** The next free place under a reply; beside it where the tree is as deep as it gets. */
async function placeUnder(
  tx: Tx,
  { topicId, parentId }: { topicId: number; parentId: number },
): Promise<string> {
  const parent = await tx.db.reply.findUnique({
    where: { id: parentId },
    select: { topicId: true, path: true },
  });
  if (parent?.topicId !== topicId) throw new NotFound("reply");
  const path = parentPathFor(parent.path);
  const { childCount } = await tx.db.reply.update({
    where: { topicId_path: { topicId, path } },
    data: { childCount: { increment: 1 } },
    select: { childCount: true },
  });
  return childPath(path, childCount);
}

async function takesAnswers(tx: Tx, topicId: number, replyId: number): Promise<boolean> {
  const parent = await tx.db.reply.findUnique({
    where: { id: replyId },
    select: { topicId: true, deletedAt: true, heldAt: true },
  });
  return parent?.topicId === topicId && !parent.deletedAt && !parent.heldAt;
}
