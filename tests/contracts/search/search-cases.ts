import type { SearchFacet, SearchQuery } from "~/platform/search-engine/port";

export interface SearchCase {
  title: string;
  query: SearchQuery;
  audience?: readonly string[];
  /** Exactly these, in any order. */
  exactly?: readonly string[];
  /** These and in this order. */
  inOrder?: readonly string[];
  first?: string;
  has?: readonly string[];
  lacks?: readonly string[];
  total?: number;
  facet?: { name: SearchFacet; counts: Record<string, number> };
}

const none: readonly string[] = [];

/** The numbers are those of the search contract; both engines answer all of them alike. */
export const searchCases: readonly SearchCase[] = [
  {
    title: "1 two words found together, the staff's note left out",
    query: { text: "转账失败" },
    has: ["t1", "r1", "c1"],
    lacks: ["n1", "s3", "t3"],
  },
  { title: "2 a word of the trade", query: { text: "助记词" }, exactly: ["t2", "o1"] },
  { title: "3 two Han words in one run", query: { text: "提现延迟" }, exactly: ["t3"] },
  { title: "4 a Latin and a Han word", query: { text: "USDT 转账" }, exactly: ["t1", "s3"] },
  { title: "5 the same without the space", query: { text: "USDT转账" }, exactly: ["t1", "s3"] },
  { title: "6 the first character of a word", query: { text: "提" }, has: ["t3", "c1"], lacks: ["t5", "t2"] },
  {
    title: "7 one word in every kind",
    query: { text: "转账" },
    has: ["t1", "r1", "s3", "c1"],
    lacks: ["n1", "t5"],
  },
  { title: "8 simplified finds traditional", query: { text: "转账失败" }, has: ["t6"] },
  { title: "9 traditional finds simplified", query: { text: "轉賬失敗" }, has: ["t1", "t6"], lacks: ["n1"] },
  {
    title: "10 a dropped letter, and another form of the word",
    query: { text: "transacton" },
    exactly: ["t4", "c2"],
  },
  { title: "11 swapped letters", query: { text: "hardwrae" }, exactly: ["s4"] },
  { title: "12 a word of four letters is taken as typed", query: { text: "dakr" }, exactly: none },
  { title: "13 the first letter is taken as typed", query: { text: "kedger" }, exactly: none },
  { title: "14 a word half typed", query: { text: "hard" }, exactly: ["s4"] },
  {
    title: "15 only the last word may be half typed",
    query: { text: "dar mode", relaxed: "never" },
    exactly: none,
  },
  { title: "16 a space ends the word", query: { text: "har " }, exactly: none },
  { title: "17 half typed and misspelt", query: { text: "transcat" }, exactly: ["t4", "c2"] },
  { title: "18 accents and case do not matter", query: { text: "TRÉZOR" }, exactly: ["s4"] },
  { title: "19 a quotation", query: { text: '"dark mode"' }, exactly: ["s2", "c2"] },
  { title: "20 a quotation keeps its order", query: { text: '"mode dark"' }, exactly: none },
  { title: "21 a word left out", query: { text: "转账 -手续费" }, has: ["t1", "c1"], lacks: ["r1", "s3"] },
  { title: "22 signs without a word find nothing", query: { text: "@#!" }, exactly: none, total: 0 },
  { title: "23 nothing typed finds everything one may see", query: { text: "" }, total: 14 },
  { title: "24 of one kind", query: { text: "转账", kinds: ["suggestion"] }, exactly: ["s3"] },
  {
    title: "25 of one kind in one of two states",
    query: { kinds: ["suggestion"], status: ["open", "planned"] },
    exactly: ["s1", "s2", "s3"],
  },
  {
    title: "26 two filters narrow each other",
    query: { category: ["wallet"], official: true },
    exactly: ["r1"],
  },
  { title: "27 of one author", query: { authorId: ["dan"] }, exactly: ["s2", "s4", "t4"] },
  { title: "28 quotes in a filter are letters", query: { category: [`dev's "corner"`] }, exactly: ["t7"] },
  {
    title: "29 a filter cannot widen what one may see",
    query: { category: [`x" OR audience = "role:staff`] },
    exactly: none,
  },
  {
    title: "30 most votes first",
    query: { kinds: ["suggestion"], sort: "votes" },
    inOrder: ["s4", "s1", "s3", "s2"],
  },
  { title: "31 newest first", query: { text: "转账", sort: "newest" }, first: "t6" },
  {
    title: "32 counts by state",
    query: { kinds: ["suggestion"], facets: ["status"] },
    facet: { name: "status", counts: { planned: 1, open: 2, completed: 1 } },
  },
  {
    title: "33 counts by kind of what the words find",
    query: { text: "转账失败", facets: ["kind"] },
    facet: { name: "kind", counts: { topic: 2, reply: 1, changelog: 1 } },
  },
  {
    title: "34 counts by kind as if no kind were chosen",
    query: { kinds: ["suggestion"], facets: ["kind"], disjunctive: true },
    facet: { name: "kind", counts: { topic: 6, reply: 1, suggestion: 4, changelog: 2, contact: 1 } },
  },
  {
    title: "35 a closed board is not found by others",
    query: { text: "提现" },
    has: ["t3", "c1"],
    lacks: ["t5"],
  },
  {
    title: "36 a closed board is found by its members",
    query: { text: "提现" },
    audience: ["public", "board:partners"],
    has: ["t5", "t3"],
    lacks: ["n1"],
  },
  {
    title: "37 staff find the staff's notes",
    query: { text: "转账失败" },
    audience: ["public", "role:staff"],
    has: ["n1"],
  },
  {
    title: "38 counts do not betray notes",
    query: { text: "", facets: ["kind"] },
    facet: { name: "kind", counts: { topic: 6, reply: 1, suggestion: 4, changelog: 2, contact: 1 } },
  },
];
