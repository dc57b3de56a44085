import type { ActionFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { idIn, idsIn } from "~/features/notifications/input";
import { markAllRead, markRead } from "~/features/notifications/marking.server";
import { notificationsPath } from "~/features/notifications/paths";
import { MethodNotAllowed } from "~/platform/errors";
import { safePath, seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

/** With `through` everything up to that notice, else the named ones. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { method, values } = await readForm(args.request);
  if (method !== "POST") throw new MethodNotAllowed();
  const through = idIn(values.through);
  if (through) await markAllRead(ctx, through);
  else await markRead(ctx, idsIn(values.notices));
  return seeOther(safePath(values.backTo, notificationsPath));
}
