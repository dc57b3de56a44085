import type { ActionFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { discussionListPath } from "~/features/discussions/paths";
import { markAllRead } from "~/features/topics/all-read.server";
import { safePath, seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

/** POST takes everything as read and leads back to the list. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { values } = await readForm(args.request);
  await markAllRead(ctx);
  return seeOther(safePath(values.back, discussionListPath({ isUnread: true })));
}

export function loader() {
  return seeOther(discussionListPath({ isUnread: true }));
}
