import type { MemberContext, Tx } from "~/features/members/context";
import { claimSubmission, completeSubmission } from "~/features/members/submitting.server";
import { takeTopic } from "~/features/topics/taking.server";
import { prepareText } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { mayDeleteNote, mayEditNote, mayReadNotes } from "./policy";

// No event is ever written of a note: what no listener hears cannot reach an index, a mail, a feed or a notice.

interface NoteTarget {
  number: number;
  id: number;
}

/** Tells the team something about a topic. The same form sent twice is told once. */
export async function addNote(
  ctx: MemberContext,
  { number, body, submission }: { number: number; body: string; submission: string },
): Promise<{ slug: string }> {
  if (!mayReadNotes(ctx.actor)) throw new Forbidden("note.add");
  const text = await prepareText(ctx, { body });
  return inTransaction(ctx, async (tx) => {
    const { id: topicId, slug } = await takeTopic(tx, { number });
    if (await claimSubmission(tx, submission)) return { slug };
    const { body: written, bodyHtml, rendererVersion } = text;
    await tx.db.internalNote.create({
      data: {
        ...{ topicId, authorId: tx.actor.id, createdAt: tx.clock.now() },
        ...{ body: written, bodyHtml, rendererVersion },
      },
    });
    await completeSubmission(tx, submission, `/t/${number}`);
    return { slug };
  });
}

/** Its author says it better. */
export async function editNote(
  ctx: MemberContext,
  { number, id, body }: NoteTarget & { body: string },
): Promise<{ slug: string }> {
  if (!mayReadNotes(ctx.actor)) throw new Forbidden("note.edit");
  const text = await prepareText(ctx, { body });
  return inTransaction(ctx, async (tx) => {
    const { note, slug } = await takeNote(tx, { number, id });
    if (note.deletedAt) throw new NotFound("note");
    if (!mayEditNote(tx.actor, note)) throw new Forbidden("note.edit");
    if (note.body === text.body) return { slug };
    const { body: written, bodyHtml, rendererVersion } = text;
    const data = { body: written, bodyHtml, rendererVersion, editedAt: tx.clock.now() };
    await tx.db.internalNote.update({ where: { id }, data });
    return { slug };
  });
}

/** Its words are gone for good; who wrote it and who took it away stays for the team to see. */
export async function deleteNote(ctx: MemberContext, target: NoteTarget): Promise<{ slug: string }> {
  if (!mayReadNotes(ctx.actor)) throw new Forbidden("note.delete");
  return inTransaction(ctx, async (tx) => {
    const { note, slug } = await takeNote(tx, target);
    if (note.deletedAt) return { slug };
    if (!mayDeleteNote(tx.actor, note)) throw new Forbidden("note.delete");
    await tx.db.internalNote.update({
      where: { id: note.id },
      data: { body: "", bodyHtml: "", deletedAt: tx.clock.now(), deletedById: tx.actor.id },
    });
    return { slug };
  });
}

async function takeNote(tx: Tx<MemberContext>, { number, id }: NoteTarget) {
  const topic = await takeTopic(tx, { number });
  const note = await tx.db.internalNote.findUnique({ where: { id } });
  if (note?.topicId !== topic.id) throw new NotFound("note");
  return { note, slug: topic.slug };
}
