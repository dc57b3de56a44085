import type { ActionFunctionArgs } from "@remix-run/node";
import { identityOf, requireMember } from "~/features/auth/identifying.server";
import { revokeOtherSessions } from "~/features/auth/sessions.server";
import { securitySettingsPath } from "~/features/members/paths";
import { MethodNotAllowed } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { method } = await readForm(args.request);
  if (method !== "DELETE") throw new MethodNotAllowed();
  const { sessionId } = await identityOf(args);
  await revokeOtherSessions(ctx, sessionId ?? "");
  return seeOther(`${securitySettingsPath}?ended`);
}
