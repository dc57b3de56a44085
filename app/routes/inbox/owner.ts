import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { assignTopic } from "~/features/inbox/assigning.server";
import { OwnerSchema } from "~/features/inbox/input";
import { claimPath } from "~/features/inbox/paths";
import { topicNumberIn } from "~/features/topics/addressed";
import { topicPath } from "~/features/topics/paths";
import { BadRequest } from "~/platform/errors";
import { safePath, seeOther } from "~/platform/http/answer.server";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";

/** POST says who sees to a topic. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(OwnerSchema, values);
  if (!parsed.ok) throw new BadRequest("owner-unknown");
  const outcome = await assignTopic(ctx, { number, name: parsed.value.name });
  // Whoever left the team meanwhile is in no list any more: the page shows who is.
  if (!outcome.ok) return seeOther(claimPath(number));
  return seeOther(safePath(values.back, topicPath({ number, slug: outcome.slug })));
}

/** Whoever opens the address itself is led to where it is said. */
export function loader(args: LoaderFunctionArgs) {
  return seeOther(claimPath(topicNumberIn(args)));
}
