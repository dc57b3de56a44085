import type { ActionFunctionArgs } from "@remix-run/node";
import { isVideo } from "~/features/attachments/attachment";
import { refusalError } from "~/features/attachments/refusal-error";
import { fields } from "~/features/attachments/attachment";
import { takingUploads } from "~/features/attachments/taking.server";
import { requireMember } from "~/features/auth/identifying.server";
import { BadRequest } from "~/platform/errors";
import { readFormTaking } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { writeBytes } from "~/ui/primitives/number";

/** One file for a form that is still open: its id, or the sentence why it is not taken. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const taking = takingUploads(ctx);
  const declaredBytes = Number(args.request.headers.get("content-length")) || undefined;
  await readFormTaking(args.request, async ({ field, fileName, content }) => {
    if (field === fields.files && taking.outcomes.length === 0)
      await taking.take({ fileName, content, declaredBytes });
  });
  const [refusal] = taking.refusals;
  if (refusal) {
    const { id, values } = refusalError(refusal);
    const message = translator(ctx.locale, "errors")(id as "upload-damaged", values as { name: string });
    return Response.json({ id, message }, { status: 422 });
  }
  const [upload] = taking.attachments;
  if (!upload) throw new BadRequest("form-unreadable");
  const t = translator(ctx.locale, "attachments");
  const note = t(isVideo(upload) ? "storedVideo" : "stored", { size: writeBytes(ctx.locale, upload.bytes) });
  return Response.json({ id: upload.id, note }, { status: 201 });
}
