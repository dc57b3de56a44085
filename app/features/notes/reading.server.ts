import type { MemberContext } from "~/features/members/context";
import { Forbidden, NotFound } from "~/platform/errors";
import type { Note } from "./note";
import { notesColumn, notesOf } from "./note-columns";
import { mayEditNote, mayReadNotes } from "./policy";

/** What the team says among itself about a topic, the latest first. */
export async function listNotes(ctx: MemberContext, { topicId }: { topicId: number }): Promise<Note[]> {
  if (!mayReadNotes(ctx.actor)) throw new Forbidden("notes.read");
  const [row] = await ctx.rows<{ notes: unknown }>(
    `SELECT ${notesColumn(ctx.databaseKind)} AS "notes" FROM "Topic" t WHERE t."id" = ?`,
    [topicId],
  );
  return row ? notesOf(row.notes) : [];
}

/** A note as its author wrote it, to be changed by them. */
export async function getOwnNote(
  ctx: MemberContext,
  { topicId, id }: { topicId: number; id: number },
): Promise<{ id: number; body: string }> {
  if (!mayReadNotes(ctx.actor)) throw new Forbidden("notes.read");
  const note = await ctx.db.internalNote.findUnique({ where: { id } });
  if (note?.topicId !== topicId || note.deletedAt) throw new NotFound("note");
  if (!mayEditNote(ctx.actor, note)) throw new Forbidden("note.edit");
  return { id, body: note.body };
}
