import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { topicNumberIn } from "~/features/topics/addressed";
import { setFollow } from "~/features/topics/following.server";
import { FollowSchema } from "~/features/topics/input";
import { topicPath } from "~/features/topics/paths";
import { BadRequest } from "~/platform/errors";
import { safePath, seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

/** POST follows, as much of the topic as `level` says; DELETE stops updates whatever the member does here later. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { method, values } = await readForm(args.request);
  const input = FollowSchema.safeParse(values);
  if (!input.success) throw new BadRequest("follow-level");
  const { slug } = await setFollow(ctx, { number, level: method === "DELETE" ? "muted" : input.data.level });
  return seeOther(safePath(values.back, topicPath({ number, slug })));
}

export function loader(args: LoaderFunctionArgs) {
  return seeOther(topicPath({ number: topicNumberIn(args), slug: "" }));
}
