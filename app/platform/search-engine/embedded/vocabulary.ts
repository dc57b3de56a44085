import { editDistance } from "../language/spelling";

const nearestKept = 30;
const letters = "abcdefghijklmnopqrstuvwxyz";

interface Bucket {
  words: string[];
  /** Which letters occur, one bit each. Two words that are close differ in few of them. */
  masks: number[];
}

/** All words of the index in memory, by first letter, for finding those that were probably meant. */
export class Vocabulary {
  readonly #words = new Set<string>();
  readonly #buckets = new Map<string, Bucket>();
  /** The number of the last row that was read in. */
  lastNumber = 0;

  add(number: number, word: string): void {
    this.lastNumber = number;
    if (this.#words.has(word)) return;
    this.#words.add(word);
    const bucket = this.#buckets.get(word[0]!) ?? { words: [], masks: [] };
    bucket.words.push(word);
    bucket.masks.push(maskOf(word));
    this.#buckets.set(word[0]!, bucket);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** Words within `limit` slips of the typed one, nearest first, itself left out. */
  near(typed: string, { limit, isPrefix }: { limit: number; isPrefix: boolean }): string[] {
    const found: { word: string; distance: number }[] = [];
    const consider = (word: string) => {
      const distance = word === typed ? 0 : editDistance(typed, word, { limit, isPrefix });
      if (distance > 0 && distance <= limit) found.push({ word, distance });
    };
    const mask = maskOf(typed);
    const bucket = this.#buckets.get(typed[0]!) ?? { words: [], masks: [] };
    for (let index = 0; index < bucket.words.length; index += 1) {
      if (bitCount(mask & ~bucket.masks[index]!) <= limit) consider(bucket.words[index]!);
    }
    // A wrong first letter costs two, so whatever follows it must be right.
    if (limit > 1)
      otherBeginnings(typed)
        .filter((word) => this.#words.has(word))
        .forEach(consider);
    return found
      .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
      .slice(0, nearestKept)
      .map(({ word }) => word);
  }
}

function otherBeginnings(typed: string): string[] {
  const rest = typed.slice(1);
  return [rest, ...[...letters].flatMap((letter) => [letter + rest, letter + typed])].filter(
    (word) => word[0] !== typed[0],
  );
}

function maskOf(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index += 1) mask |= 1 << (word.charCodeAt(index) & 31);
  return mask;
}

function bitCount(mask: number): number {
  let left = mask - ((mask >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
