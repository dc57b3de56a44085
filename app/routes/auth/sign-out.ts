import type { ActionFunctionArgs } from "@remix-run/node";
import { identityOf } from "~/features/auth/identifying.server";
import { endSession } from "~/features/auth/sessions.server";
import { seeOther } from "~/platform/http/answer.server";

export async function action(args: ActionFunctionArgs) {
  const { ctx, sessionId } = await identityOf(args);
  return seeOther("/", { "Set-Cookie": await endSession(ctx, sessionId) });
}
