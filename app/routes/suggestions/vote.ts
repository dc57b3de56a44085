import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember, visitor } from "~/features/auth/identifying.server";
import { VoteSchema } from "~/features/suggestions/input";
import { readVote } from "~/features/suggestions/reading.server";
import { castVote, withdrawVote } from "~/features/suggestions/voting.server";
import { topicPath } from "~/features/topics/paths";
import { Conflict, NotFound } from "~/platform/errors";
import { safePath, seeOther, wantsJson } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";
import { errorText } from "~/platform/i18n/use-error-text";

/** POST casts, DELETE withdraws. Whoever opens the address itself is led to the suggestion. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const input = numberIn(args);
  const { method, values } = await readForm(args.request);
  const outcome = method === "DELETE" ? await withdrawVote(ctx, input) : await castVote(ctx, input);
  if (wantsJson(args.request)) {
    const { count = 0, isVoted = false } = outcome.ok ? outcome : ((await readVote(ctx, input.number)) ?? {});
    const waits = outcome.ok && outcome.isVoted && !outcome.isCounted;
    const id = outcome.ok ? waits && "vote-waits" : outcome.reason;
    const message = id ? errorText(ctx.locale, { id }) : undefined;
    return Response.json({ count, pressed: isVoted, message }, { status: outcome.ok ? 200 : 409 });
  }
  if (!outcome.ok) throw new Conflict(outcome.reason);
  return seeOther(safePath(values.back, topicPath(outcome)));
}

export async function loader(args: LoaderFunctionArgs) {
  await visitor(args);
  return seeOther(topicPath({ ...numberIn(args), slug: "" }));
}

function numberIn({ params }: LoaderFunctionArgs | ActionFunctionArgs) {
  const parsed = VoteSchema.safeParse(params);
  if (!parsed.success) throw new NotFound("suggestion");
  return parsed.data;
}
