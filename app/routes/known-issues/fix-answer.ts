import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { answerFix } from "~/features/known-issues/answering.server";
import { FixAnswerSchema } from "~/features/known-issues/input";
import { topicNumberIn } from "~/features/topics/addressed";
import { topicPath } from "~/features/topics/paths";
import { BadRequest } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

/** "Did this solve it?" */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { values } = await readForm(args.request);
  const parsed = FixAnswerSchema.safeParse(values);
  if (!parsed.success) throw new BadRequest("known-issue.answer");
  const { slug } = await answerFix(ctx, { number, isSolved: parsed.data.solved === "yes" });
  return seeOther(`${topicPath({ number, slug })}#known-issue`);
}

/** Whoever opens the address itself, from a mail say, is led to the question. */
export function loader(args: LoaderFunctionArgs) {
  return seeOther(`${topicPath({ number: topicNumberIn(args), slug: "" })}#known-issue`);
}
