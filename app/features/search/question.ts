import type { SearchKind, SearchLanguage } from "~/platform/search-engine/port";

/** What a reader can ask to see only. One word may stand for several kinds of the engine. */
export const resultKinds = [
  "problem",
  "question",
  "experience",
  "suggestion",
  "reply",
  "announcement",
] as const;
export type ResultKind = (typeof resultKinds)[number];

export const languages = ["en", "zh"] as const satisfies readonly SearchLanguage[];
export const ages = ["week", "month", "year"] as const;
export type Age = (typeof ages)[number];
export const sorts = ["relevance", "newest", "votes"] as const;
export type Sort = (typeof sorts)[number];

/** Everything the address of the search page says. */
export interface Question {
  words: string;
  kinds: ResultKind[];
  areas: string[];
  statuses: string[];
  /** Names as in /members/:name. */
  authors: string[];
  tags: string[];
  languages: SearchLanguage[];
  isOfficial: boolean;
  /** Null: whether answered or not. */
  answered: boolean | null;
  age: Age | null;
  /** Days, YYYY-MM-DD, UTC; `before` is not part of what is found. */
  after: string | null;
  before: string | null;
  /** Null: what fits best; without words, the newest. */
  sort: Sort | null;
  page: number;
}

export const noQuestion: Question = {
  words: "",
  kinds: [],
  areas: [],
  statuses: [],
  authors: [],
  tags: [],
  languages: [],
  isOfficial: false,
  answered: null,
  age: null,
  after: null,
  before: null,
  sort: null,
  page: 1,
};

export function engineKinds(kind: ResultKind): readonly SearchKind[] {
  switch (kind) {
    case "reply":
      return ["reply", "comment"];
    case "announcement":
      return ["changelog"];
    default:
      return [kind];
  }
}

/** How many filters narrow the question; the words, the order and the page are none. */
export function countFilters(question: Question): number {
  const { kinds, areas, statuses, authors, tags, languages: tongues } = question;
  const lists = [kinds, areas, statuses, authors, tags, tongues].reduce((sum, list) => sum + list.length, 0);
  const single = [
    question.isOfficial,
    question.answered !== null,
    question.age,
    question.after,
    question.before,
  ];
  return lists + single.filter(Boolean).length;
}

/** True when there is nothing to look for: the page shows how to ask. */
export function asksNothing(question: Question): boolean {
  return question.words === "" && countFilters(question) === 0;
}

/** The kind a topic is found under. One this version does not know is at least something somebody asked. */
export function topicKind(stored: string): Exclude<ResultKind, "reply" | "announcement"> {
  switch (stored) {
    case "problem":
    case "experience":
    case "suggestion":
      return stored;
    default:
      return "question";
  }
}

/** The order asked for, or the one that goes without saying. */
export function sortOf({ sort, words }: Pick<Question, "sort" | "words">): Sort {
  return sort ?? (words ? "relevance" : "newest");
}
