import type { ReadAttachments } from "~/features/attachments/upload-form.server";
import type { MemberContext } from "~/features/members/context";
import type { DraftForm } from "~/features/topics/draft-form";
import { saveDraft } from "~/features/topics/drafts.server";
import type { SentForm } from "~/platform/http/read-form.server";
import { keepAnswering } from "./answering.server";

/**
 * Keeps a form that comes back, refused or with its preview, as a draft: whoever closes the page now finds all of it
 * when they open the form again. Answers with the values to show, which name the draft.
 */
export async function keepTyped(
  ctx: MemberContext,
  draft: DraftForm,
  {
    form,
    pictures,
    values,
  }: { form: SentForm; pictures: Pick<ReadAttachments, "attachmentIds">; values: Record<string, string> },
): Promise<Record<string, string>> {
  await keepAnswering(ctx, draft);
  const { draft: stamp = "", submission: writer = "" } = form.values;
  const saved = await saveDraft(ctx, {
    ...{ form: draft, fields: form.fields, stamp, writer },
    attachmentIds: pictures.attachmentIds,
  });
  return { ...values, draft: saved.ok ? saved.stamp : stamp };
}
