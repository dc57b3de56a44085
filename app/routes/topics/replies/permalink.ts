import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "~/features/auth/identifying.server";
import { locateReply } from "~/features/topics/locating.server";
import { readTopicView } from "~/features/topics/topic-view";
import { seeOther } from "~/platform/http/answer.server";
import { replyIdIn, topicNumberIn } from "~/features/topics/addressed";

/** Leads to where the reply is shown now. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const { sort } = readTopicView(new URL(args.request.url).searchParams);
  return seeOther(await locateReply(ctx, { number: topicNumberIn(args), replyId: replyIdIn(args), sort }));
}
