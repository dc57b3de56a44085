import { isObligationKind, type ObligationKind } from "./obligation";

/** What of the inbox to show; nothing said shows all of it. */
export interface InboxFilters {
  kind?: ObligationKind;
  /** Slug of an area. */
  area?: string;
  owner?: "mine" | "nobody";
  isLate?: boolean;
}

const longestSlug = 100;

/** Words of an address nobody here wrote are left out. */
export function readFilters(query: URLSearchParams): InboxFilters {
  const kind = query.get("kind");
  const area = query.get("area");
  const owner = query.get("owner");
  return {
    ...(isObligationKind(kind) && { kind }),
    ...(area && area.length <= longestSlug && { area }),
    ...((owner === "mine" || owner === "nobody") && { owner }),
    ...(query.has("late") && { isLate: true }),
  };
}

export function filtersInQuery({ kind, area, owner, isLate }: InboxFilters): URLSearchParams {
  const query = new URLSearchParams();
  if (kind) query.set("kind", kind);
  if (area) query.set("area", area);
  if (owner) query.set("owner", owner);
  if (isLate) query.set("late", "1");
  return query;
}

export function isSameView(one: InboxFilters, other: InboxFilters): boolean {
  return filtersInQuery(one).toString() === filtersInQuery(other).toString();
}
