import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { claimReview, releaseReview } from "~/features/moderation/claiming.server";
import { reviewPath } from "~/features/moderation/paths";
import { replyIdIn } from "~/features/topics/addressed";
import { safePath, seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

/** POST claims, DELETE gives back. Whoever was slower reads on the item's page who is faster. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const id = replyIdIn(args);
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") await releaseReview(ctx, { id });
  else if (!(await claimReview(ctx, { id })).ok) return seeOther(reviewPath(id));
  return seeOther(safePath(values.back, reviewPath(id)));
}

/** Whoever opens the address itself is led to the item. */
export function loader(args: LoaderFunctionArgs) {
  return seeOther(reviewPath(replyIdIn(args)));
}
