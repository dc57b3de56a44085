import type { Context } from "~/features/members/context";
import type { SqlValue } from "~/platform/db/client.server";
import type { SearchDocument } from "~/platform/search-engine/port";
import { textFromHtml } from "~/platform/text/plain-text";

/** One table as the index sees it. It selects what a visitor who is not signed in may see, and nothing else. */
export interface DocumentSource<Row extends { id: number }> {
  /** Up to and with a WHERE, to which more conditions may be added. */
  select: string;
  params: readonly SqlValue[];
  /** The column of the id, for picking rows and for reading them all in order. */
  idColumn: string;
  /** `rev` tells which of two readings of the same thing is the later one. */
  toDocuments: (ctx: Context, rows: readonly Row[], rev: number) => Promise<SearchDocument[]>;
}

const maxCharacters = 20_000;
// Markup is longer than its text; what lies far beyond the cut need not be read.
const maxMarkup = 4 * maxCharacters;

/** The text of a stored post for the index. */
export function indexedText(bodyHtml: string): string {
  return textFromHtml(bodyHtml.slice(0, maxMarkup)).slice(0, maxCharacters);
}
