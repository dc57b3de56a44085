import { readPost, type ReadAttachments } from "~/features/attachments/upload-form.server";
import type { AttachmentTarget } from "~/features/attachments/attachment";
import type { MemberContext } from "~/features/members/context";
import type { FormErrors } from "~/platform/http/form-errors";
import { fieldError } from "~/platform/http/form-errors";
import { parseForm, type Parsed } from "~/platform/http/parse-form";
import type { SentForm } from "~/platform/http/read-form.server";
import type { UnknownTopics } from "./drafting.server";
import { type AnnouncementInput, AnnouncementSchema } from "./input";

export interface SentAnnouncement {
  form: SentForm;
  parsed: Parsed<AnnouncementInput>;
  pictures: ReadAttachments;
  /** Everything typed and uploaded, for showing the form again. */
  values: Record<string, string>;
}

/** Reads the form of an announcement with its pictures, which are kept even when the rest is refused. */
export async function readAnnouncementForm(
  ctx: MemberContext,
  request: Request,
  of?: AttachmentTarget,
): Promise<SentAnnouncement> {
  const { form, pictures } = await readPost(ctx, request, { of });
  const typed = { ...form.values, labels: form.all("label").join(" ") };
  const parsed = parseForm(AnnouncementSchema, typed);
  const values = { ...typed, ...pictures.values };
  if (pictures.ok) return { form, parsed, pictures, values };
  const errors: FormErrors = {
    fields: { ...(parsed.ok ? {} : parsed.errors.fields), ...pictures.errors.fields },
  };
  return { form, parsed: { ok: false, errors }, pictures, values };
}

export function unknownTopicsError({ numbers }: UnknownTopics): FormErrors {
  return fieldError("topics", "topics-unknown", {
    count: numbers.length,
    numbers: numbers.slice(0, 10).join(", "),
  });
}
