import { fitsInteger, fitsTime } from "~/platform/db/storable";

/** How lists of topics can be ordered. Each is a column that stands in an index, newest or largest first. */
export const topicSorts = ["active", "newest", "trending", "top", "affected", "changed"] as const;
export type TopicSort = (typeof topicSorts)[number];

export function isTopicSort(value: unknown): value is TopicSort {
  return topicSorts.includes(value as TopicSort);
}

export const sortColumns = {
  active: "lastActivityAt",
  newest: "createdAt",
  trending: "hotScore",
  top: "voteCount",
  affected: "affectedCount",
  changed: "statusChangedAt",
} as const satisfies Record<TopicSort, string>;

/** The last topic of a page: the next one begins right after it, whatever was posted meanwhile. */
export interface ListCursor {
  key: number | Date;
  id: number;
}

export function writeCursor({ key, id }: ListCursor): string {
  return `${key instanceof Date ? key.getTime() : key}_${id}`;
}

/** Null for what no list of ours has written; the list then begins at its beginning. */
export function readCursor(text: string | null | undefined, sort: TopicSort): ListCursor | null {
  const [, key, id] = /^(-?\d{1,25}(?:\.\d{1,25})?(?:e[+-]?\d{1,3})?)_(\d{1,10})$/.exec(text ?? "") ?? [];
  if (key === undefined || id === undefined) return null;
  const [number, last] = [Number(key), Number(id)];
  if (!Number.isFinite(number) || !fitsInteger(last)) return null;
  if (isByTime(sort)) {
    const date = new Date(number);
    return fitsTime(date) ? { key: date, id: last } : null;
  }
  // Only the score that fades is no whole number.
  return sort === "trending" || fitsInteger(number) ? { key: number, id: last } : null;
}

/** Whether the key of this order is a time. */
export function isByTime(sort: TopicSort): boolean {
  return sort === "active" || sort === "newest" || sort === "changed";
}
