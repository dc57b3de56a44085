import type { MemberContext, Tx } from "~/features/members/context";
import { findSubmission } from "~/features/members/submitting.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { type DraftForm, draftKey } from "./draft-form";
import { draftValues, hasWords } from "./draft-values";

/** Enough for anybody's unfinished texts; bounds what one account can make the site keep. */
export const maxDrafts = 50;

export interface SaveDraftInput {
  form: DraftForm;
  /** Every text field of the form, as it was sent. */
  fields: readonly [name: string, value: string][];
  /** Uploads that wait with it, in order; the actor's own, as `readPost` gives them. */
  attachmentIds?: readonly string[];
  /** Which draft the page began from or saved last, as `stamp` said; empty when there was none. */
  stamp: string;
  /** Submission key of the page: one writer never conflicts with itself. */
  writer: string;
}

export type DraftRefusal = "newer-draft" | "too-many-drafts" | "draft-too-large" | "already-sent";

/** `stamp` names this state of the draft; empty when there was nothing left to keep. */
export type SavedDraft = Outcome<{ stamp: string }, Exclude<DraftRefusal, "newer-draft">> | NewerDraft;
export interface NewerDraft {
  ok: false;
  reason: "newer-draft";
  /** Saving with it puts this text in the place of the newer one. */
  stamp: string;
  savedAt: Date;
}

/**
 * Keeps what is being written, for its writer alone. The last one to write wins, as long as they have seen what they
 * write over: a page that has not is told of the newer draft. Nothing is kept of a form that was sent meanwhile.
 */
export async function saveDraft(ctx: MemberContext, input: SaveDraftInput): Promise<SavedDraft> {
  const values = draftValues(input.fields);
  if (!values) return refused("draft-too-large");
  const form = draftKey(input.form);
  const attachmentIds = [...new Set(input.attachmentIds ?? [])];
  return inTransaction(ctx, async (tx) => {
    const { db, actor, clock } = tx;
    const memberId = actor.id;
    // Whoever posts writes this row too: saving and posting at once queue up here, and the check below holds.
    await db.$executeRaw`UPDATE "Member" SET "id" = "id" WHERE "id" = ${memberId}`;
    if ((await findSubmission(tx, input.writer)) !== null) return refused("already-sent");
    const standing = await db.draft.findUnique({ where: { memberId_form: { memberId, form } } });
    if (standing && standing.writer !== input.writer && stampOf(standing) !== input.stamp) {
      return {
        ok: false as const,
        reason: "newer-draft" as const,
        stamp: stampOf(standing),
        savedAt: standing.savedAt,
      };
    }
    if (!hasWords(values) && attachmentIds.length === 0) {
      if (standing) await db.draft.delete({ where: { id: standing.id } });
      return done({ stamp: "" });
    }
    if (!standing && (await db.draft.count({ where: { memberId } })) >= maxDrafts)
      return refused("too-many-drafts");
    const saved = { values, writer: input.writer, savedAt: clock.now() };
    const draft = standing
      ? await db.draft.update({ where: { id: standing.id }, data: { ...saved, version: { increment: 1 } } })
      : await db.draft.create({
          data: {
            ...saved,
            memberId,
            form,
            topicNumber: topicNumberOf(input.form),
            createdAt: saved.savedAt,
          },
        });
    await setPictures(tx, draft.id, attachmentIds);
    return done({ stamp: stampOf(draft) });
  });
}

/** Throws a draft away. Its pictures go with the other uploads that belong to nothing. */
export async function discardDraft(ctx: MemberContext, form: DraftForm): Promise<void> {
  await ctx.db.draft.deleteMany({ where: { memberId: ctx.actor.id, form: draftKey(form) } });
}

/**
 * The draft of what is being posted ends in the same transaction: the one this page wrote, or the one it began from. A
 * newer one from elsewhere stays.
 */
export async function endDraft(
  tx: Tx<MemberContext>,
  { stamp = "", writer }: { stamp?: string; writer: string },
): Promise<void> {
  const [id, version] = stamp.split("-").map(Number);
  const began = Number.isInteger(id) && Number.isInteger(version) ? [{ id, version }] : [];
  const wrote = writer === "" ? [] : [{ writer }];
  if (began.length + wrote.length === 0) return;
  await tx.db.draft.deleteMany({ where: { memberId: tx.actor.id, OR: [...began, ...wrote] } });
}

export function stampOf({ id, version }: { id: number; version: number }): string {
  return `${id}-${version}`;
}

async function setPictures(
  { db }: Tx<MemberContext>,
  draftId: number,
  attachmentIds: readonly string[],
): Promise<void> {
  await db.draftPicture.deleteMany({ where: { draftId } });
  if (attachmentIds.length === 0) return;
  // One of them may have been deleted since the form was read.
  const found = await db.attachment.findMany({
    where: { id: { in: [...attachmentIds] } },
    select: { id: true },
  });
  const isThere = new Set(found.map(({ id }) => id));
  const data = attachmentIds
    .filter((id) => isThere.has(id))
    .map((attachmentId, position) => ({ draftId, attachmentId, position }));
  if (data.length > 0) await db.draftPicture.createMany({ data });
}

function topicNumberOf(form: DraftForm): number | null {
  return "number" in form ? form.number : null;
}
