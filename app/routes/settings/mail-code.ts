import type { ActionFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { makeMailCode, removeMailCode } from "~/features/mailing/mail-codes.server";
import { notificationSettingsPath } from "~/features/notifications/paths";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { method } = await readForm(args.request);
  if (method === "DELETE") await removeMailCode(ctx);
  else await makeMailCode(ctx);
  return seeOther(`${notificationSettingsPath}?saved#code`);
}
