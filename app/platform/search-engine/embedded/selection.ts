import type { SearchFacet, SearchQuery, Viewer } from "../port";
import { mayFind, passesFilters, type Combination } from "./combinations";

type Value = string | number;

/** Conditions on `document AS d`; without combinations, of all. */
export interface RowSelection {
  combinations: readonly number[] | undefined;
  conditions: string;
  values: Value[];
}

/** Which rows a search is about, apart from the words. */
export interface Selection extends RowSelection {
  combinations: readonly number[];
  /** By more than by what the reader may see. */
  isNarrowed: boolean;
}

/** `except` leaves one filter out, for counting a facet as if it were off. */
export function selectionFor(
  viewer: Viewer,
  query: SearchQuery,
  combinations: Iterable<Combination>,
  except?: SearchFacet,
): Selection {
  const visible = [...combinations].filter((combination) => mayFind(viewer, combination));
  const passing = visible.filter((combination) => passesFilters(query, combination, except));
  const conditions: string[] = [];
  const values: Value[] = [];
  const add = (condition: string, value: Value) => {
    conditions.push(` AND ${condition}`);
    values.push(value);
  };
  if (query.since) add("d.created >= ?", query.since.getTime());
  if (query.until) add("d.created <= ?", query.until.getTime());
  if (query.authorId?.length && except !== "author") {
    add("d.author IN (SELECT value FROM json_each(?))", JSON.stringify(query.authorId));
  }
  if (query.tags?.length && except !== "tags") {
    add(
      "d.number IN (SELECT number FROM tag WHERE tag IN (SELECT value FROM json_each(?)))",
      JSON.stringify(query.tags),
    );
  }
  return {
    combinations: passing.map((combination) => combination.number),
    isNarrowed: passing.length < visible.length,
    conditions: conditions.join(""),
    values,
  };
}

/** The rest of a statement that reads the selected rows. */
export function rowsOf(
  selection: RowSelection,
  expression: string | undefined,
): { from: string; values: Value[] } {
  const { combinations, conditions } = selection;
  const isAmong = combinations ? " AND d.combination IN (SELECT value FROM json_each(?))" : "";
  const values = [...(combinations ? [JSON.stringify(combinations)] : []), ...selection.values];
  if (expression === undefined) return { from: `document AS d WHERE TRUE${isAmong}${conditions}`, values };
  return {
    // CROSS JOIN keeps the order written: the words decide, the row is looked up.
    from: `words CROSS JOIN document AS d ON d.number = words.rowid WHERE words MATCH ?${isAmong}${conditions}`,
    values: [expression, ...values],
  };
}
