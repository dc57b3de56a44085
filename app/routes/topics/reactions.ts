import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { topicNumberIn } from "~/features/topics/addressed";
import { reactedPath, topicActionPath, topicPath } from "~/features/topics/paths";
import { reactInTopic } from "~/features/topics/reacting.server";
import { answerReaction, readReaction } from "~/features/topics/reaction-form.server";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

/** POST with `set` says it, `unset` or DELETE takes it back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const shown = await reactInTopic(ctx, { number, ...readReaction(await readForm(args.request)) });
  return answerReaction(args.request, shown, topicPath({ number, slug: "" }));
}

export function loader(args: LoaderFunctionArgs) {
  return seeOther(reactedPath(topicActionPath(topicNumberIn(args), "reactions")));
}
