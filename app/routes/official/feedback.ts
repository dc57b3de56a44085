import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { isFeedbackAnswer } from "~/features/official/answer-feedback";
import { giveFeedback } from "~/features/official/answer-feedback.server";
import { letterId } from "~/features/official/paths";
import { replyIdIn, topicNumberIn } from "~/features/topics/addressed";
import { topicPath } from "~/features/topics/paths";
import { readKey } from "~/features/topics/reaction-form.server";
import { BadRequest } from "~/platform/errors";
import { seeOther, wantsJson } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

/** "Did this answer it?": POST with `set` of yes or no; `unset`, or DELETE, takes it back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const [number, replyId] = [topicNumberIn(args), replyIdIn(args)];
  const { value, isSet } = readKey(await readForm(args.request));
  if (isSet && !isFeedbackAnswer(value)) throw new BadRequest("feedback-unknown");
  const answer = isSet && isFeedbackAnswer(value) ? value : null;
  const { counts, mine } = await giveFeedback(ctx, { number, replyId, answer });
  if (wantsJson(args.request)) return Response.json({ counts, mine: mine ? [mine] : [] });
  return seeOther(`${topicPath({ number, slug: "" })}#${letterId(replyId)}`);
}

export function loader(args: LoaderFunctionArgs) {
  return seeOther(topicPath({ number: topicNumberIn(args), slug: "" }));
}
