import type { Feed, FeedEntry } from "./feed";

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export function writeJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.selfUrls.json,
    description: feed.subtitle,
    language: feed.language,
    items: feed.entries.map(itemOf),
  });
}

function itemOf(entry: FeedEntry) {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    ...(entry.html === null ? { content_text: entry.summary } : { content_html: entry.html }),
    summary: entry.summary,
    date_published: entry.publishedAt.toISOString(),
    date_modified: entry.updatedAt.toISOString(),
    authors: [entry.author],
    language: entry.language,
    tags: entry.tags,
  };
}
