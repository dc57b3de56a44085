import type { MemberContext } from "~/features/members/context";
import { seeOther, wantsJson } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";
import { type BookmarkAddress, setBookmark, unsetBookmark } from "./bookmarking.server";
import { replyPath, topicPath } from "./paths";
import { bookmarkKey } from "./reaction";
import { readKey } from "./reaction-form.server";

/** A press on the bookmark key, wherever it stands: done, and answered as its form or the script expects. */
export async function answerBookmark(
  ctx: MemberContext,
  request: Request,
  address: BookmarkAddress,
): Promise<Response> {
  const { isSet } = readKey(await readForm(request));
  if (isSet) await setBookmark(ctx, address);
  else await unsetBookmark(ctx, address);
  if (wantsJson(request))
    return Response.json({ counts: { [bookmarkKey]: 0 }, mine: isSet ? [bookmarkKey] : [] });
  const { number, replyId } = address;
  return seeOther(replyId === undefined ? topicPath({ number, slug: "" }) : replyPath(number, replyId));
}
