import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { topicNumberIn } from "~/features/topics/addressed";
import { answerBookmark } from "~/features/topics/bookmark-answer.server";
import { topicPath } from "~/features/topics/paths";
import { seeOther } from "~/platform/http/answer.server";

/** POST keeps the topic for oneself; `unset`, or DELETE, lets it go. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  return answerBookmark(ctx, args.request, { number });
}

export function loader(args: LoaderFunctionArgs) {
  return seeOther(topicPath({ number: topicNumberIn(args), slug: "" }));
}
