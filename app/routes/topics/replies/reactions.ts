import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { replyIdIn, topicNumberIn } from "~/features/topics/addressed";
import { reactedPath, replyActionPath, replyPath } from "~/features/topics/paths";
import { reactInTopic } from "~/features/topics/reacting.server";
import { answerReaction, readReaction } from "~/features/topics/reaction-form.server";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

/** POST with `set` says it, `unset` or DELETE takes it back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const [number, replyId] = [topicNumberIn(args), replyIdIn(args)];
  const reaction = readReaction(await readForm(args.request));
  const shown = await reactInTopic(ctx, { number, replyId, ...reaction });
  return answerReaction(args.request, shown, replyPath(number, replyId));
}

export function loader(args: LoaderFunctionArgs) {
  return seeOther(reactedPath(replyActionPath(topicNumberIn(args), replyIdIn(args), "reactions")));
}
