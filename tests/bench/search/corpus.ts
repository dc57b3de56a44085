import type { SearchDocument, SearchKind } from "~/platform/search-engine/port";

/** A made-up community, the same on every machine: half English, half Chinese, words as unevenly used as in life. */
export interface Corpus {
  documents(count: number): Generator<SearchDocument[]>;
  queries(count: number): string[];
}

const syllables =
  "ba be bi bo bu ca ce co cu da de di do du fa fe fi fo ga ge go gu ha he hi ho ja ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa we wi ya yo za ze zo tion ment ing er al ter con pro ble ship ness".split(
    " ",
  );
const englishWords = 40_000;
const chineseWords = 25_000;
const kinds: readonly SearchKind[] = [
  "topic",
  "reply",
  "reply",
  "reply",
  "suggestion",
  "comment",
  "changelog",
];
const statuses = ["open", "planned", "started", "shipped", "declined"];
const batch = 200;
const start = Date.UTC(2024, 0, 1);
const minuteMs = 60_000;

export function makeCorpus(seed: number): Corpus {
  const random = randomFrom(seed);
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!;
  const english = distinct(englishWords, () =>
    times(2 + Math.floor(random() * 3), () => pick(syllables)).join(""),
  );
  const characters = times(1_500, (index) => String.fromCharCode(0x4e00 + ((index * 13) % 8_000)));
  const chinese = distinct(chineseWords, () =>
    times(random() < 0.8 ? 2 : 3, () => characters[Math.floor(random() ** 1.5 * characters.length)]!).join(
      "",
    ),
  );
  const englishWord = unevenly(english, random);
  const chineseWord = unevenly(chinese, random);
  const sentence = (language: "en" | "zh", words: number) =>
    language === "en"
      ? times(words, englishWord).join(" ")
      : times(words, () => chineseWord() + (random() < 0.15 ? "，" : "")).join("");

  function document(number: number): SearchDocument {
    const kind = pick(kinds);
    const language = number % 2 === 0 ? "en" : "zh";
    const createdAt = new Date(start + number * minuteMs);
    return {
      id: `d${number}`,
      kind,
      threadId: `t${Math.floor(number / 8)}`,
      audience: [random() < 0.97 ? "public" : `board:${Math.floor(random() * 5)}`],
      title: sentence(language, 7),
      body: sentence(language, 20 + Math.floor(random() * 80)),
      tags: [englishWord()],
      ...(kind === "suggestion" ? { status: pick(statuses) } : {}),
      category: `area-${Math.floor(random() * 8)}`,
      authorId: `m${Math.floor(random() ** 2 * 5_000)}`,
      authorName: "Somebody",
      official: random() < 0.05,
      votes: Math.floor(1 / (random() + 0.001)),
      replyCount: 0,
      createdAt,
      activeAt: createdAt,
      language,
      rev: 1,
    };
  }

  const shapes: (() => string)[] = [
    englishWord,
    () => `${englishWord()} ${englishWord()}`,
    () => `${englishWord()} ${englishWord()} ${englishWord()}`,
    () => misspelt(englishWord(), random),
    () => `${misspelt(englishWord(), random)} ${englishWord()}`,
    () => englishWord().slice(0, 1 + Math.floor(random() * 4)),
    () => `${englishWord()} ${englishWord().slice(0, 3)}`,
    () => `"${englishWord()} ${englishWord()}"`,
    chineseWord,
    () => chineseWord() + chineseWord(),
    () => `${chineseWord()} ${chineseWord()} ${chineseWord()}`,
    () => chineseWord().slice(0, 1),
    () => `${chineseWord()} -${chineseWord()}`,
    () => `${englishWord()} ${chineseWord()}`,
  ];

  return {
    *documents(count) {
      for (let from = 0; from < count; from += batch) {
        yield times(Math.min(batch, count - from), (index) => document(from + index));
      }
    },
    queries: (count) => times(count, (index) => shapes[index % shapes.length]!()),
  };
}

/** mulberry32: small, even enough, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Zipf's law, flattened at the head as texts without stop words are: the commonest word is in a third of them. */
function unevenly(words: readonly string[], random: () => number): () => string {
  let total = 0;
  const sums = words.map((_, index) => (total += 1 / (index + 8)));
  return () => {
    const wanted = random() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low]!;
  };
}

function misspelt(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}

function distinct(count: number, make: () => string): string[] {
  const found = new Set<string>();
  while (found.size < count) found.add(make());
  return [...found];
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
