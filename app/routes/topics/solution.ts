import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { SolutionSchema } from "~/features/discussions/input";
import { acceptSolution, withdrawSolution } from "~/features/discussions/solving.server";
import { topicPath } from "~/features/topics/paths";
import { NotFound } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";
import { topicNumberIn } from "~/features/topics/addressed";

/** POST accepts a reply, DELETE takes the solution back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") {
    const { slug } = await withdrawSolution(ctx, { number });
    return seeOther(topicPath({ number, slug }));
  }
  const parsed = SolutionSchema.safeParse(values);
  if (!parsed.success) throw new NotFound("reply");
  const { slug } = await acceptSolution(ctx, { number, replyId: parsed.data.replyId });
  return seeOther(`${topicPath({ number, slug })}#solution`);
}

export function loader(args: LoaderFunctionArgs) {
  return seeOther(topicPath({ number: topicNumberIn(args), slug: "" }));
}
