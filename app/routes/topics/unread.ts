import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "~/features/auth/identifying.server";
import { topicNumberIn } from "~/features/topics/addressed";
import { locateUnread } from "~/features/topics/locating.server";
import { seeOther } from "~/platform/http/answer.server";

/** Leads to the first reply the reader has not seen. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  return seeOther(await locateUnread(ctx, { number: topicNumberIn(args) }));
}
