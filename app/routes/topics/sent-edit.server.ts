import type { AttachmentTarget } from "~/features/attachments/attachment";
import { readPost } from "~/features/attachments/upload-form.server";
import type { MemberContext } from "~/features/members/context";
import type { Preview } from "~/features/topics/components/text-preview";
import { type VersionText, withNewest } from "~/features/topics/edit-conflict";
import { findVersion } from "~/features/topics/history.server";
import { formAgain } from "~/platform/http/answer.server";
import type { FormFailure } from "~/platform/http/form-errors";
import { previewOf } from "../drafts/previewing.server";

/** What an edit page gets back when nothing was saved yet. */
export interface EditAnswer extends FormFailure {
  preview?: Preview;
}

/** Reads the form of an edit with its pictures; the preview is null unless that is what was asked for. */
export async function readEdit(ctx: MemberContext, request: Request, of: AttachmentTarget) {
  const { form, pictures } = await readPost(ctx, request, { of });
  const values = { ...form.values, ...pictures.values };
  const preview = form.values.preview ? await previewOf(ctx, form.values.body ?? "", pictures) : null;
  return { form, pictures, values, preview };
}

/** Somebody saved first: the form again, with the newest text beside what was sent. The page says by itself what happened. */
export async function changedMeanwhile(
  ctx: MemberContext,
  of: { topicId: number } | { replyId: number },
  newest: VersionText,
  values: Record<string, string>,
) {
  const shown = await findVersion(ctx, of, Number(values.version));
  return formAgain({ fields: {} }, withNewest(values, newest, shown), { status: 409 });
}
