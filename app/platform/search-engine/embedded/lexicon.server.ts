import type { Viewer } from "../port";
import { rowsOf, selectionFor } from "./selection";
import type { Snapshot } from "./snapshot.server";
import type { Lexicon } from "./steps";

/**
 * What the texts one reader may see say about words. Were hidden texts asked too, a word that is only in a note would
 * change how a misspelling is corrected, and so betray that it is there.
 */
export function lexiconOf(snapshot: Snapshot, viewer: Viewer): Lexicon {
  const { connection, vocabulary, exactWords, synonyms } = snapshot;
  const visible = selectionFor(viewer, {}, snapshot.combinations.values());
  return {
    holds(expression) {
      const { from, values } = rowsOf(visible, expression);
      return connection.get(`SELECT 1 FROM ${from} LIMIT 1`, ...values) !== undefined;
    },
    knows: (word) => vocabulary.has(word),
    near: (word, options) => vocabulary.near(word, options),
    exactWords,
    synonyms,
  };
}
