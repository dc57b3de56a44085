import { day } from "./question-address";
import { ages, type Question, type ResultKind, resultKinds } from "./question";

/** Words that mean a value, folded, in every language: { "计划中": "planned", "planned": "planned" }. */
export interface Vocabulary {
  statuses: ReadonlyMap<string, string>;
  areas: ReadonlyMap<string, string>;
}

type Key = "kind" | "status" | "area" | "author" | "tag" | "is" | "lang" | "after" | "before" | "when";

const keys: ReadonlyMap<string, Key> = new Map(
  Object.entries({
    kind: "kind",
    type: "kind",
    类型: "kind",
    status: "status",
    状态: "status",
    area: "area",
    板块: "area",
    分区: "area",
    author: "author",
    by: "author",
    作者: "author",
    tag: "tag",
    标签: "tag",
    is: "is",
    是: "is",
    lang: "lang",
    language: "lang",
    语言: "lang",
    after: "after",
    before: "before",
    when: "when",
  }),
);

const kindWords: ReadonlyMap<string, readonly ResultKind[]> = new Map(
  Object.entries({
    discussion: ["problem", "question", "experience"],
    topic: ["problem", "question", "experience"],
    讨论: ["problem", "question", "experience"],
    问题: ["problem"],
    提问: ["question"],
    体验: ["experience"],
    建议: ["suggestion"],
    回复: ["reply"],
    comment: ["reply"],
    公告: ["announcement"],
    changelog: ["announcement"],
    更新: ["announcement"],
  }),
);

const languageWords: ReadonlyMap<string, "en" | "zh"> = new Map(
  Object.entries({
    en: "en",
    english: "en",
    英文: "en",
    zh: "zh",
    "zh-cn": "zh",
    chinese: "zh",
    中文: "zh",
  }),
);

// The value ends at white space; quotes allow it to have some. Full-width colons come from Chinese keyboards.
const filter = /(?<![^\s])([\p{L}]{2,10}|是)[:：](?:"([^"]{1,100})"|([^\s"]{1,100}))(?!\S)/gu;

/**
 * Takes the filters out of what was typed: `swap status:planned author:mei is:official`. Several values are parted by
 * commas. Whatever is no filter with a meaning here stays among the words, so that nothing typed is silently dropped.
 */
export function readTypedFilters(
  typed: string,
  vocabulary: Vocabulary,
): Partial<Question> & { words: string } {
  const found: Partial<Question> = {};
  const words = typed.replace(filter, (whole, name: string, quoted?: string, plain?: string) => {
    const key = keys.get(fold(name));
    const values = (quoted !== undefined ? [quoted] : plain!.split(/[,，]/))
      .map((value) => value.trim())
      .filter(Boolean);
    if (!key || values.length === 0) return whole;
    const added = values.map((value) => meaning(key, value, vocabulary));
    if (added.some((one) => one === null)) return whole;
    for (const one of added) merge(found, one!);
    return " ";
  });
  return { ...found, words: words.replace(/\s+/g, " ").trim() };
}

/** A question with what was typed added to what was chosen. */
export function withTypedFilters(question: Question, typed: Partial<Question>): Question {
  const together: Partial<Question> = { ...question };
  merge(together, typed);
  return { ...question, ...together };
}

/** Folded for looking up: case, width and composition do not matter. */
export function fold(value: string): string {
  return value.normalize("NFKC").toLowerCase();
}

function meaning(key: Key, value: string, vocabulary: Vocabulary): Partial<Question> | null {
  const word = fold(value);
  switch (key) {
    case "kind":
      return kindMeaning(word);
    case "status":
      return given("statuses", vocabulary.statuses.get(word));
    case "area":
      return given("areas", vocabulary.areas.get(word));
    case "author":
      return given("authors", value.replace(/^@/, "") || undefined);
    case "tag":
      return { tags: [word] };
    case "lang":
      return given("languages", languageWords.get(word));
    case "when":
      return ages.some((age) => age === word) ? { age: word as Question["age"] } : null;
    case "after":
    case "before":
      return day(value) ? { [key]: value } : null;
    case "is":
      return stateMeaning(word, vocabulary);
  }
}

function kindMeaning(word: string): Partial<Question> | null {
  const singular = word.replace(/ies$/, "y").replace(/(?<=[a-z]{3})s$/, "");
  const kinds =
    kindWords.get(word) ?? kindWords.get(singular) ?? resultKinds.filter((kind) => kind === singular);
  return kinds.length > 0 ? { kinds: [...kinds] } : null;
}

function stateMeaning(word: string, { statuses }: Vocabulary): Partial<Question> | null {
  if (word === "official" || word === "官方") return { isOfficial: true };
  if (word === "answered" || word === "已回答") return { answered: true };
  if (word === "unanswered" || word === "未回答") return { answered: false };
  return given("statuses", statuses.get(word));
}

function given(
  key: "statuses" | "areas" | "authors" | "languages",
  value: string | undefined,
): Partial<Question> | null {
  return value === undefined ? null : { [key]: [value] };
}

function merge(found: Partial<Question>, added: Partial<Question>): void {
  for (const [name, value] of Object.entries(added)) {
    const before = (found as Record<string, unknown>)[name];
    const merged =
      Array.isArray(value) && Array.isArray(before)
        ? [...new Set([...(before as unknown[]), ...(value as unknown[])])]
        : value;
    Object.assign(found, { [name]: merged });
  }
}
