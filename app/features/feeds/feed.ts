/** A feed before it is written in one of the two formats. Addresses are absolute, texts are plain unless said otherwise. */
export interface Feed {
  /** Never changes, whatever the feed's address becomes. */
  id: string;
  title: string;
  subtitle: string;
  language: string;
  /** The page it belongs to. */
  pageUrl: string;
  /** Its own addresses. */
  selfUrls: Record<FeedFormat, string>;
  updated: Date;
  entries: FeedEntry[];
}

export interface FeedEntry {
  id: string;
  url: string;
  title: string;
  language: string;
  publishedAt: Date;
  updatedAt: Date;
  author: { name: string; url?: string };
  /** Sanitised markup with absolute addresses; null when it is too long to send to every reader. */
  html: string | null;
  /** The beginning as plain text. */
  summary: string;
  tags: string[];
}

export const feedFormats = ["atom", "json"] as const;
export type FeedFormat = (typeof feedFormats)[number];

export const mediaTypes: Record<FeedFormat, string> = {
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

/** Newest first, as many as a reader fetches at once. */
export function newestEntries(entries: readonly FeedEntry[], limit: number): FeedEntry[] {
  return entries.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime()).slice(0, limit);
}

/** When anything in it changed last; the beginning of time for an empty feed, so that it is still the same tomorrow. */
export function lastUpdate(entries: readonly FeedEntry[]): Date {
  return new Date(Math.max(0, ...entries.map((entry) => entry.updatedAt.getTime())));
}
