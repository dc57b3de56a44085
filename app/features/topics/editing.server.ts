import { appendAudit } from "~/features/audit/appending.server";
import { type Attached, replaceAttachments } from "~/features/attachments/attaching.server";
import type { AttachmentTarget } from "~/features/attachments/attachment";
import type { Context, MemberContext, Tx } from "~/features/members/context";
import { claimSubmission, completeSubmission, findSubmission } from "~/features/members/submitting.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { checkPost, type CheckRefusal, readHoldingCheck } from "./checking.server";
import { endDraft } from "./drafts.server";
import type { EditTelling } from "./edit-telling";
import { officialEdited, replyEdited, topicEdited } from "./events";
import { holdReply, holdTopic } from "./holding.server";
import { replyPath, topicPath } from "./paths";
import { isOpen, mayEditReply, mayEditTopic, mayRead } from "./policy";
import { setTags } from "./tagging.server";
import { type TakenTopic, takeTopic } from "./taking.server";
import { prepareText } from "./text.server";
import { topicSlug } from "./topic-slug";

/** Pictures as the edited post shall have them; left out, they stay as they are. */
interface Pictures {
  attachmentIds?: readonly string[];
  alts?: Readonly<Record<string, string>>;
}

/** The page an edit was written on: sent twice, it is done once, and its draft ends with it. */
interface Written {
  submission?: string;
  /** Stamp of the draft it was written from. */
  draft?: string;
}

export interface EditTopicInput extends Pictures, Written {
  number: number;
  title: string;
  body: string;
  tags?: readonly string[];
  /** The version the editor began from. */
  version: number;
}

export interface EditReplyInput extends Pictures, Written {
  number: number;
  replyId: number;
  body: string;
  version: number;
  /** Of an official reply: whether those who follow hear of it, and why not when they do not. */
  telling?: EditTelling;
  quietReason?: string;
}

export type EditOutcome = Outcome<{ location: string }, "changed-meanwhile" | CheckRefusal>;

/**
 * Puts a new text in the place of a topic's. What stood there before can be read in its history. What it adds is looked
 * at like a new post: one that was harmless at first may be held now. A held one stays held.
 */
export async function editTopic(ctx: MemberContext, input: EditTopicInput): Promise<EditOutcome> {
  const [text, check] = await Promise.all([
    prepareText(ctx, { title: input.title, body: input.body }),
    readHoldingCheck(ctx),
  ]);
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number: input.number });
    if (!mayEditTopic(tx.actor, topic)) throw new Forbidden("topic.edit");
    if (topic.version !== input.version) return savedBefore(tx, input);
    const before = await tx.db.topic.findUniqueOrThrow({
      where: { id: topic.id },
      select: { title: true, body: true, bodyHtml: true },
    });
    const { attachmentIds } = input;
    const checked = await checkPost(tx, check, { text, before, attachmentIds });
    if (!checked.ok) return checked;

    const { title, body, bodyHtml, excerpt, language, rendererVersion } = text;
    const slug = topicSlug(title);
    if (before.title !== title || before.body !== body) {
      const replaced = { ...before, version: topic.version, wasOpen: isOpen(topic) };
      await keepRevision(tx, { topicId: topic.id }, replaced);
      const columns = { title, slug, body, bodyHtml, excerpt, language, rendererVersion };
      await tx.db.topic.update({
        where: { id: topic.id },
        data: { ...columns, version: { increment: 1 }, editedAt: tx.clock.now() },
      });
    }
    if (input.tags) await setTags(tx, topic.id, input.tags);
    const pictures = await setPictures(tx, { topicId: topic.id }, input);
    if (pictures) {
      const { count: attachmentCount, coverId } = pictures;
      await tx.db.topic.update({ where: { id: topic.id }, data: { attachmentCount, coverId } });
    }
    if (checked.heldFor) await holdTopic(tx, topic, checked.heldFor);
    await appendEvent(tx, topicEdited(topic.id));
    return finish(tx, input, topicPath({ number: topic.number, slug }));
  });
}

/** Puts a new text in the place of a reply's. */
export async function editReply(ctx: MemberContext, input: EditReplyInput): Promise<EditOutcome> {
  const [text, check] = await Promise.all([prepareText(ctx, { body: input.body }), readHoldingCheck(ctx)]);
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number: input.number });
    const reply = await findReply(tx, topic, input.replyId);
    if (!mayEditReply(tx.actor, topic, reply)) throw new Forbidden("reply.edit");
    if (reply.version !== input.version) return savedBefore(tx, input);
    const { attachmentIds } = input;
    const checked = await checkPost(tx, check, { text, before: reply, attachmentIds });
    if (!checked.ok) return checked;

    const hasChanged = reply.body !== text.body;
    const telling = reply.isOfficial ? (input.telling ?? "told") : null;
    if (hasChanged) {
      const { version, body: replaced } = reply;
      const wasOpen = isOpen(topic) && isOpen(reply);
      await keepRevision(tx, { replyId: reply.id }, { version, body: replaced, wasOpen }, telling);
      const { body, bodyHtml, language, rendererVersion } = text;
      await tx.db.reply.update({
        where: { id: reply.id },
        data: {
          body,
          bodyHtml,
          language,
          rendererVersion,
          version: { increment: 1 },
          editedAt: tx.clock.now(),
        },
      });
    }
    const pictures = await setPictures(tx, { replyId: reply.id }, input);
    if (pictures)
      await tx.db.reply.update({ where: { id: reply.id }, data: { attachmentCount: pictures.count } });
    if (checked.heldFor) await holdReply(tx, topic, reply, checked.heldFor);
    const isSilent = telling === "minor" || telling === "quiet";
    await appendEvent(tx, replyEdited(topic.id, reply.id, { isSilent }));
    if (hasChanged && telling === "told")
      await appendEvent(tx, officialEdited(topic.id, reply.id, reply.version));
    const outcome = await finish(tx, input, replyPath(topic.number, reply.id));
    if (hasChanged && telling === "quiet") {
      const { quietReason: reason = "" } = input;
      const version = reply.version + 1;
      const detail = { topic: topic.number, reply: reply.id, version, reason };
      await appendAudit(tx, "official-edited-quietly", detail);
    }
    return outcome;
  });
}

/** A topic's text as its author typed it, for whoever may change it. */
export async function getTopicSource(ctx: Context, number: number) {
  const topic = await ctx.db.topic.findUnique({
    where: { number },
    include: { tags: { include: { tag: true }, orderBy: { tag: { slug: "asc" } } } },
  });
  if (!topic || topic.deletedAt || !mayRead(ctx.actor, topic)) throw new NotFound("topic");
  if (!mayEditTopic(ctx.actor, topic)) throw new Forbidden("topic.edit");
  const { id, slug, title, body, version, kind, board } = topic;
  return { id, number, slug, title, body, version, kind, board, tags: topic.tags.map(({ tag }) => tag.name) };
}

/** A reply's text as its author typed it, for whoever may change it. */
export async function getReplySource(ctx: Context, { number, replyId }: { number: number; replyId: number }) {
  const reply = await ctx.db.reply.findUnique({ where: { id: replyId }, include: { topic: true } });
  if (reply?.topic.number !== number || reply.deletedAt) throw new NotFound("reply");
  if (reply.topic.deletedAt || !mayRead(ctx.actor, reply.topic)) throw new NotFound("reply");
  // A held reply is not there for strangers: "not allowed" would say that it is.
  if (!mayRead(ctx.actor, reply)) throw new NotFound("reply");
  if (!mayEditReply(ctx.actor, reply.topic, reply)) throw new Forbidden("reply.edit");
  const { id, body, version, isOfficial, topic } = reply;
  return { id, number, body, version, isOfficial, topic: { title: topic.title, language: topic.language } };
}

/** A version that moved on was moved by somebody else, or by this very form when it was sent twice. */
async function savedBefore(tx: Tx<MemberContext>, { submission }: Written): Promise<EditOutcome> {
  const earlier = await findSubmission(tx, submission ?? "");
  return earlier ? done({ location: earlier }) : refused("changed-meanwhile");
}

async function finish(
  tx: Tx<MemberContext>,
  { submission = "", draft }: Written,
  location: string,
): Promise<EditOutcome> {
  await claimSubmission(tx, submission);
  await completeSubmission(tx, submission, location);
  await endDraft(tx, { stamp: draft, writer: submission });
  return done({ location });
}

async function findReply(tx: Tx, topic: TakenTopic, replyId: number) {
  const reply = await tx.db.reply.findUnique({ where: { id: replyId } });
  if (reply?.topicId !== topic.id || !mayRead(tx.actor, reply)) throw new NotFound("reply");
  return reply;
}

/** What stood there until now, under the version it had and the name of whoever replaced it. */
async function keepRevision(
  tx: Tx<MemberContext>,
  target: { topicId: number } | { replyId: number },
  { version, title = "", body, wasOpen }: { version: number; title?: string; body: string; wasOpen: boolean },
  telling: EditTelling | null = null,
): Promise<void> {
  const createdAt = tx.clock.now();
  await tx.db.revision.create({
    data: { ...target, version, title, body, telling, wasOpen, editorId: tx.actor.id, createdAt },
  });
}

async function setPictures(
  tx: Tx<MemberContext>,
  target: AttachmentTarget,
  { attachmentIds, alts }: Pictures,
): Promise<Attached | null> {
  return attachmentIds ? replaceAttachments(tx, { ...target, attachmentIds, alts }) : null;
}
