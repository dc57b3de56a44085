import type { QueueView } from "./paths";
import { isReviewKind } from "./post";

/** What of the queue an address asks for. Words nobody here wrote are left out. */
export function readQueueView(query: URLSearchParams): QueueView {
  const kind = query.get("kind");
  return {
    ...(isReviewKind(kind) && { kind }),
    ...(query.get("order") === "heaviest" && { order: "heaviest" as const }),
    ...(query.has("mine") && { isMine: true }),
    after: query.get("after"),
  };
}
