import type { ReadAttachments } from "~/features/attachments/upload-form.server";
import type { MemberContext } from "~/features/members/context";
import { type DraftForm, readDraftKey } from "~/features/topics/draft-form";
import { type SavedDraft, saveDraft } from "~/features/topics/drafts.server";
import { NotFound } from "~/platform/errors";
import type { SentForm } from "~/platform/http/read-form.server";
import { keepAnswering } from "./answering.server";

/** The form an address names. */
export function draftFormIn({ params }: { params: { form?: string } }): DraftForm {
  const form = readDraftKey(params.form ?? "");
  if (!form) throw new NotFound("draft");
  return form;
}

/** Keeps a sent form with its pictures, for those who could post it. */
export async function saveSentDraft(
  ctx: MemberContext,
  draft: DraftForm,
  { form, pictures }: { form: SentForm; pictures: Pick<ReadAttachments, "attachmentIds"> },
): Promise<SavedDraft> {
  const { attachmentIds } = pictures;
  await keepAnswering(ctx, draft);
  return saveDraft(ctx, {
    ...{ form: draft, fields: form.fields, attachmentIds },
    ...{ stamp: form.values.draft ?? "", writer: form.values.submission ?? "" },
  });
}
