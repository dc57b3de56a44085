import { createHash } from "node:crypto";
import type { Settings } from "meilisearch";
import { maxReachableHits } from "../read-query";
import type { IndexSchema } from "../port";

const mostFacetValues = 50;
const searchCutoffMs = 1_000;

/** What both indexes are told. Everything a reader may get back is listed; nothing else leaves the server. */
export function settingsFor(schema: IndexSchema): Settings {
  return {
    searchableAttributes: ["title", "tags", "titlePairs", "body", "bodyPairs"],
    displayedAttributes: ["id", "kind", "threadId", "title", "body", "rev"],
    filterableAttributes: [
      {
        attributePatterns: [
          "kind",
          "status",
          "category",
          "audience",
          "authorId",
          "official",
          "answered",
          "language",
          "threadId",
          "tags",
        ],
        features: { facetSearch: false, filter: { equality: true, comparison: false } },
      },
      {
        attributePatterns: ["createdAt"],
        features: { facetSearch: false, filter: { equality: false, comparison: true } },
      },
    ],
    sortableAttributes: ["createdAt", "activeAt", "votes"],
    // `sort` first acts only when a sort is asked for, and is then strict.
    rankingRules: [
      "sort",
      "words",
      "typo",
      "proximity",
      "attributeRank",
      "wordPosition",
      "exactness",
      "officialRank:desc",
      "votes:desc",
      "createdAt:desc",
    ],
    localizedAttributes: [{ attributePatterns: ["*"], locales: ["cmn", "eng"] }],
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
      disableOnNumbers: true,
      disableOnWords: [...schema.exactWords],
      disableOnAttributes: [],
    },
    dictionary: [...schema.dictionary],
    // Questions come without stop words. Were they known here, one made of them alone would match everything.
    stopWords: [],
    synonyms: synonymsFor(schema),
    // By word: terms typed apart are found glued through the neighbours this keeps.
    proximityPrecision: "byWord",
    prefixSearch: "indexingTime",
    facetSearch: false,
    faceting: { maxValuesPerFacet: mostFacetValues, sortFacetValuesBy: { "*": "count" } },
    pagination: { maxTotalHits: maxReachableHits },
    searchCutoffMs,
  };
}

export function settingsHash(settings: Settings): string {
  return createHash("sha256").update(JSON.stringify(settings)).digest("hex").slice(0, 16);
}

function synonymsFor({ synonyms }: IndexSchema): Record<string, string[]> {
  const table: Record<string, string[]> = {};
  for (const group of synonyms) {
    for (const word of group) {
      table[word] = [...(table[word] ?? []), ...group.filter((other) => other !== word)];
    }
  }
  return table;
}
