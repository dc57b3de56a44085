import type { Tx } from "~/features/members/context";
import { type DraftForm, draftKey } from "./draft-form";
import { maxDrafts } from "./drafts.server";
import { isDiscussionKind } from "./topic";

/** No page sends this submission key: the draft ends only when it is posted or thrown away. */
const writer = "given-back";

/**
 * Keeps the text of a post for its author, in the form it was written in. A draft that stands there is not written over,
 * and nothing is kept beyond what one member may keep; answers whether it was kept.
 */
export async function giveBackAsDraft(
  tx: Tx,
  { topicId, replyId }: { topicId: number; replyId: number | null },
): Promise<boolean> {
  const text = replyId === null ? await topicText(tx, topicId) : await replyText(tx, replyId);
  if (!text) return false;
  const { memberId, form, values, topicNumber } = text;
  // Whoever saves a draft writes this row too, so the check below holds.
  await tx.db.$executeRaw`UPDATE "Member" SET "id" = "id" WHERE "id" = ${memberId}`;
  const key = draftKey(form);
  if (await tx.db.draft.findUnique({ where: { memberId_form: { memberId, form: key } } })) return false;
  if ((await tx.db.draft.count({ where: { memberId } })) >= maxDrafts) return false;
  const now = tx.clock.now();
  await tx.db.draft.create({
    data: { memberId, form: key, topicNumber, values, writer, createdAt: now, savedAt: now },
  });
  return true;
}

interface GivenBack {
  memberId: number;
  form: DraftForm;
  values: Record<string, string>;
  topicNumber: number | null;
}

async function topicText(tx: Tx, id: number): Promise<GivenBack | null> {
  const topic = await tx.db.topic.findUnique({
    where: { id },
    select: { authorId: true, kind: true, title: true, body: true },
  });
  if (!topic) return null;
  const { authorId: memberId, kind, title, body } = topic;
  if (!isDiscussionKind(kind)) {
    return { memberId, form: { type: "suggestion" }, values: { title, body }, topicNumber: null };
  }
  // A problem is asked in three parts that were put together; its author parts them again.
  const values: Record<string, string> = kind === "problem" ? { title, happened: body } : { title, body };
  return { memberId, form: { type: "discussion", kind }, values, topicNumber: null };
}

async function replyText(tx: Tx, id: number): Promise<GivenBack | null> {
  const reply = await tx.db.reply.findUnique({
    where: { id },
    select: { authorId: true, body: true, parentId: true, topic: { select: { number: true } } },
  });
  if (!reply) return null;
  const { authorId: memberId, body, parentId, topic } = reply;
  const form = { type: "reply" as const, number: topic.number, ...(parentId && { replyId: parentId }) };
  return { memberId, form, values: { body }, topicNumber: topic.number };
}
