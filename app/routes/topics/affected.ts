import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { setAffected, unsetAffected } from "~/features/discussions/affecting.server";
import { forgetIncidents } from "~/features/known-issues/incidents.server";
import { topicPath } from "~/features/topics/paths";
import { safePath, seeOther, wantsJson } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";
import { topicNumberIn } from "~/features/topics/addressed";

/** "I have this too": POST sets it, DELETE takes it back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { method, values } = await readForm(args.request);
  const { count, isAffected, slug } =
    method === "DELETE" ? await unsetAffected(ctx, { number }) : await setAffected(ctx, { number });
  // The banner counts them too.
  forgetIncidents(ctx);
  if (wantsJson(args.request)) return Response.json({ count, pressed: isAffected });
  return seeOther(safePath(values.back, topicPath({ number, slug })));
}

/** Whoever opens the address itself is led to the topic. */
export function loader(args: LoaderFunctionArgs) {
  return seeOther(topicPath({ number: topicNumberIn(args), slug: "" }));
}
