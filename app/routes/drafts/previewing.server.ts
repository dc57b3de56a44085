import type { ReadAttachments } from "~/features/attachments/upload-form.server";
import type { MemberContext } from "~/features/members/context";
import type { Preview } from "~/features/topics/components/text-preview";
import { prepareText } from "~/features/topics/text.server";

/** What a form would post, made the way it is made when it is posted. */
export async function previewOf(
  ctx: MemberContext,
  body: string,
  pictures: Pick<ReadAttachments, "kept">,
): Promise<Preview> {
  const { bodyHtml } = await prepareText(ctx, { body });
  return { html: bodyHtml, pictures: pictures.kept };
}
