import { newDiscussionPath } from "~/features/discussions/paths";
import { cleanLine } from "~/platform/text/clean-text";
import { ages, languages, noQuestion, type Question, resultKinds, sorts } from "./question";

export const searchPath = "/search";
export const suggestPath = "/search/suggest";

const maxWords = 500;
const maxValues = 20;
const maxValueLength = 100;

/** Reads an address. What it asks for in unknown words is left out, as if it had not been asked. */
export function readQuestion(query: URLSearchParams): Question {
  const is = query.getAll("is");
  return {
    // The page repeats them, so they may not turn its lines around.
    words: cleanLine((query.get("q") ?? "").slice(0, maxWords)),
    kinds: known(query.getAll("kind"), resultKinds),
    areas: values(query, "area"),
    statuses: values(query, "status"),
    authors: values(query, "author"),
    tags: values(query, "tag"),
    languages: known(query.getAll("lang"), languages),
    isOfficial: is.includes("official"),
    answered: is.includes("answered") ? true : is.includes("unanswered") ? false : null,
    age: known(query.getAll("when"), ages)[0] ?? null,
    after: day(query.get("after")),
    before: day(query.get("before")),
    sort: known(query.getAll("sort"), sorts)[0] ?? null,
    page: pageOf(query.get("page")),
  };
}

/** The address of an answer, the same for the same question, short: what goes without saying is left out. */
export function questionPath(question: Partial<Question>): string {
  const asked = { ...noQuestion, ...question };
  const query = new URLSearchParams();
  if (asked.words) query.set("q", asked.words);
  for (const [name, value] of filterFields(asked)) query.append(name, value);
  if (asked.sort) query.set("sort", asked.sort);
  if (asked.page > 1) query.set("page", String(asked.page));
  return query.size > 0 ? `${searchPath}?${query}` : searchPath;
}

/** The form for a problem, with what was searched for as its title. */
export function reportPath(words: string): string {
  const path = newDiscussionPath({ kind: "problem" });
  return words ? `${path}&${new URLSearchParams({ title: words })}` : path;
}

/** The filters as fields of the address, in a fixed order. */
export function filterFields(question: Question): [name: string, value: string][] {
  const lists: [string, readonly string[]][] = [
    ["kind", question.kinds],
    ["area", question.areas],
    ["status", question.statuses],
    ["author", question.authors],
    ["tag", question.tags],
    ["lang", question.languages],
    ["is", question.isOfficial ? ["official"] : []],
    ["is", question.answered === null ? [] : [question.answered ? "answered" : "unanswered"]],
    ["when", question.age ? [question.age] : []],
    ["after", question.after ? [question.after] : []],
    ["before", question.before ? [question.before] : []],
  ];
  return lists.flatMap(([name, list]) => list.map((value): [string, string] => [name, value]));
}

/** The day as it was written when there is such a day, else null. */
export function day(written: string | null): string | null {
  if (!written || !/^\d{4}-\d{2}-\d{2}$/.test(written)) return null;
  const date = new Date(`${written}T00:00:00Z`);
  // 31 February is read as a day of March: only what comes back unchanged exists.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}

function values(query: URLSearchParams, name: string): string[] {
  const short = query.getAll(name).filter((value) => value.length <= maxValueLength);
  const given = short.map(cleanLine).filter((value) => value !== "");
  return [...new Set(given)].slice(0, maxValues);
}

function known<Word extends string>(given: readonly string[], words: readonly Word[]): Word[] {
  return words.filter((word) => given.includes(word));
}

function pageOf(written: string | null): number {
  return written && /^[1-9]\d{0,3}$/.test(written) ? Number(written) : 1;
}
