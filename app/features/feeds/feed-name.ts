import { type FeedFormat, feedFormats } from "./feed";

/** What can be subscribed to. */
export type FeedName =
  | { kind: "all" | "changelog" | "official" | "suggestions" }
  | { kind: "area"; slug: string }
  | { kind: "topic"; number: number };

/** The last part of a feed's address, such as "topic-12.atom"; null when there is no such feed. */
export function readFeedName(file: string): { name: FeedName; format: FeedFormat } | null {
  const dot = file.lastIndexOf(".");
  const format = feedFormats.find((each) => each === file.slice(dot + 1));
  const name = format && dot > 0 ? nameOf(file.slice(0, dot)) : null;
  return name && format ? { name, format } : null;
}

export function writeFeedName(name: FeedName): string {
  if (name.kind === "area") return `area-${name.slug}`;
  if (name.kind === "topic") return `topic-${name.number}`;
  return name.kind;
}

function nameOf(text: string): FeedName | null {
  if (text === "all" || text === "changelog" || text === "official" || text === "suggestions")
    return { kind: text };
  const topic = /^topic-([1-9]\d{0,8})$/.exec(text);
  if (topic) return { kind: "topic", number: Number(topic[1]) };
  const area = /^area-(.{1,100})$/u.exec(text);
  return area ? { kind: "area", slug: area[1]! } : null;
}
