import { foldText } from "./language/folding";
import { runsOf, scriptOf } from "./language/runs";
import type { IndexSchema } from "./port";
import { synonymTable, type SynonymTable } from "./synonyms";

export const emptySchema: IndexSchema = { synonyms: [], dictionary: [], exactWords: [] };

/** The site's own words in the folded form that questions have. */
export interface SchemaWords {
  dictionary: ReadonlySet<string>;
  exactWords: ReadonlySet<string>;
  synonyms: SynonymTable;
}

export function readSchemaWords(schema: IndexSchema): SchemaWords {
  // A synonym inside a longer run is only met when the run is cut around it.
  const hanSynonyms = schema.synonyms.flat().map(foldText).filter(isOneHanRun);
  return {
    dictionary: new Set([...schema.dictionary.map(foldText), ...hanSynonyms]),
    exactWords: new Set(schema.exactWords.map(foldText)),
    synonyms: synonymTable(schema.synonyms),
  };
}

function isOneHanRun(word: string): boolean {
  return runsOf(word).length === 1 && scriptOf(word) === "han";
}
