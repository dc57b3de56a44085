import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readPost } from "~/features/attachments/upload-form.server";
import { requireMember } from "~/features/auth/identifying.server";
import { seeOther } from "~/platform/http/answer.server";
import { errorText } from "~/platform/i18n/use-error-text";
import { draftPath } from "~/features/topics/paths";
import { editedBy } from "./edited.server";
import { draftFormIn, saveSentDraft } from "./sent-draft.server";

/** Where the script keeps a form while it is typed: it gets the draft's stamp, or why it was not kept. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const draft = draftFormIn(args);
  const sent = await readPost(ctx, args.request, { of: () => editedBy(ctx, draft) });
  const saved = await saveSentDraft(ctx, draft, sent);
  if (saved.ok) return Response.json({ stamp: saved.stamp });
  const { reason } = saved;
  const message = errorText(ctx.locale, { id: reason });
  if (reason !== "newer-draft") return Response.json({ reason, message }, { status: 422 });
  const { stamp, savedAt } = saved;
  return Response.json({ reason, message, stamp, savedAt }, { status: 409 });
}

export function loader(args: LoaderFunctionArgs) {
  return seeOther(draftPath(draftFormIn(args)));
}
