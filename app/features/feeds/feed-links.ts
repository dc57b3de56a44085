import type { FeedName } from "./feed-name";
import { feedPath } from "./paths";

/** For the `meta` of a page: tells readers and browsers that it can be subscribed to. The title is plain text. */
export function feedLinks(name: FeedName, title: string) {
  return [
    {
      tagName: "link" as const,
      rel: "alternate",
      type: "application/atom+xml",
      title,
      href: feedPath(name, "atom"),
    },
    {
      tagName: "link" as const,
      rel: "alternate",
      type: "application/feed+json",
      title,
      href: feedPath(name, "json"),
    },
  ];
}
