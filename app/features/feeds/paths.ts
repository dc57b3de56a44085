import type { FeedFormat } from "./feed";
import { type FeedName, writeFeedName } from "./feed-name";

export function feedPath(name: FeedName, format: FeedFormat = "atom"): string {
  return `/feeds/${encodeURIComponent(writeFeedName(name))}.${format}`;
}
