import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { replyIdIn, topicNumberIn } from "~/features/topics/addressed";
import { answerBookmark } from "~/features/topics/bookmark-answer.server";
import { replyPath } from "~/features/topics/paths";
import { seeOther } from "~/platform/http/answer.server";

/** POST keeps the reply for oneself; `unset`, or DELETE, lets it go. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  return answerBookmark(ctx, args.request, { number: topicNumberIn(args), replyId: replyIdIn(args) });
}

export function loader(args: LoaderFunctionArgs) {
  return seeOther(replyPath(topicNumberIn(args), replyIdIn(args)));
}
