import type { ActionFunctionArgs } from "@remix-run/node";
import { deleteOwnUpload } from "~/features/attachments/deleting-own.server";
import { requireMember } from "~/features/auth/identifying.server";
import { uploadsSettingsPath } from "~/features/members/paths";
import { MethodNotAllowed } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { method } = await readForm(args.request);
  if (method !== "DELETE") throw new MethodNotAllowed();
  const { fileName } = await deleteOwnUpload(ctx, args.params.id ?? "");
  return seeOther(`${uploadsSettingsPath}?deleted=${encodeURIComponent(fileName)}`);
}
