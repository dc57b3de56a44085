import type { MemberContext } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { formAgain } from "~/platform/http/answer.server";
import { fieldError, type FormErrors } from "~/platform/http/form-errors";
import { readFormTaking, type SentForm } from "~/platform/http/read-form.server";
import { type Attachment, type AttachmentTarget, fields, isAttachmentId } from "./attachment";
import { cleanAlt } from "./display-name";
import { arranged, readFilesRequest } from "./files-request";
import { writeKeptUploads } from "./kept-uploads";
import { removeAttachments } from "./removing.server";
import { refusalError } from "./refusal-error";
import { overLimit, takingUploads, withinLimits } from "./taking.server";

export interface ReadAttachments {
  /** False when a file was refused: show the form again. What was good is kept in any case. */
  ok: boolean;
  /** True when a button asked for no more than another order or for files to be put in: show the form again. */
  isAboutFiles: boolean;
  /** Ids for `attachTo` or `replaceAttachments`, in order. */
  attachmentIds: string[];
  kept: Attachment[];
  /** Descriptions as typed, by id, for `replaceAttachments`. */
  alts: Record<string, string>;
  errors: FormErrors;
  /** Goes into the values of every `formAgain` of this form: it brings the pictures back. */
  values: Record<string, string>;
}

/**
 * Reads a form with pictures and videos, which are stored as they come in. Earlier ones that its hidden fields name are
 * kept as far as they are the actor's own and free (or hang on `of`, the post being edited). Nothing that was uploaded
 * is lost when the form is refused afterwards.
 */
export async function readPost(
  ctx: MemberContext,
  request: Request,
  { of }: { of?: AttachmentTarget | ((form: SentForm) => Promise<AttachmentTarget | undefined>) } = {},
): Promise<{ form: SentForm; pictures: ReadAttachments }> {
  const taking = takingUploads(ctx);
  const declaredBytes = Number(request.headers.get("content-length")) || undefined;
  const form = await readFormTaking(request, async ({ field, fileName, content }) => {
    if (field === fields.files) await taking.take({ fileName, content, declaredBytes });
  });
  const edited = typeof of === "function" ? await of(form) : of;
  const described = await describe(ctx, taking.outcomes, form.all(fields.alt));
  const all = [...(await keepEarlier(ctx, form, edited)), ...described];
  const { fit, over } = withinLimits(all);
  await dropFree(
    ctx,
    over.map(({ id }) => id),
  );
  const refusals = [...taking.refusals, ...over.map(overLimit)];
  const asked = readFilesRequest(form.values[fields.change]);
  const kept = arranged(fit, asked);
  const pictures: ReadAttachments = {
    ok: refusals.length === 0,
    isAboutFiles: asked !== null,
    attachmentIds: kept.map(({ id }) => id),
    kept,
    alts: Object.fromEntries(kept.map(({ id, alt }) => [id, alt])),
    errors: refusals[0] ? fieldErrorOf(refusals[0]) : { fields: {} },
    values: writeKeptUploads({ attachments: kept, refusals }),
  };
  return { form, pictures };
}

/** The form as it was, with its files as they are now: the answer when `isAboutFiles`. */
export function filesAgain({ ok, errors }: ReadAttachments, values: Record<string, string>) {
  return formAgain(errors, values, { status: ok ? 200 : 422 });
}

function fieldErrorOf(refusal: Parameters<typeof refusalError>[0]): FormErrors {
  const { id, values } = refusalError(refusal);
  return fieldError(fields.files, id, values);
}

/** The descriptions come after the files, one for each of them, also of those that were refused. */
async function describe(
  ctx: MemberContext,
  outcomes: readonly (Attachment | null)[],
  alts: readonly string[],
): Promise<Attachment[]> {
  const described: Attachment[] = [];
  for (const [index, attachment] of outcomes.entries()) {
    if (!attachment) continue;
    const alt = cleanAlt(alts[index] ?? "");
    if (alt) await ctx.db.attachment.updateMany({ where: { id: attachment.id }, data: { alt } });
    described.push({ ...attachment, alt });
  }
  return described;
}

/** In the order the form names them, with the descriptions as typed; those marked for removal are deleted. */
async function keepEarlier(
  ctx: MemberContext,
  form: SentForm,
  of: AttachmentTarget | undefined,
): Promise<Attachment[]> {
  const removed = new Set(form.all(fields.remove));
  const named = [...new Set(form.all(fields.kept))].filter(isAttachmentId).slice(0, maxNamed);
  if (named.length === 0) return [];
  const free = { ownerId: ctx.actor.id, attachedAt: null };
  const rows = await ctx.db.attachment.findMany({
    where: { id: { in: named }, OR: [free, ...(of ? [of] : [])] },
  });
  await dropFree(
    ctx,
    rows.filter((row) => removed.has(row.id)).map((row) => row.id),
  );
  const kept: Attachment[] = [];
  for (const id of named) {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row || removed.has(id)) continue;
    const alt = cleanAlt(form.values[fields.keptAlt(id)] ?? row.alt);
    // Of a picture that hangs on a post already, the description changes with the post.
    if (alt !== row.alt) await ctx.db.attachment.updateMany({ where: { id, ...free }, data: { alt } });
    kept.push({ ...row, mediaType: row.mediaType as Attachment["mediaType"], alt });
  }
  return kept;
}

const maxNamed = 20;

/** Deletes uploads of the actor that hang on nothing. */
async function dropFree(ctx: MemberContext, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const free = { ownerId: ctx.actor.id, attachedAt: null };
  await inTransaction(ctx, (tx) => removeAttachments(tx, { id: { in: ids }, ...free }));
}
