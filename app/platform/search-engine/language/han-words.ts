import { hanStopCharacters, hanStopPhrases } from "./stop-words";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const negations = new Set("不没未无非别");
const longestKnownWord = 8;

/** Words that are cut out first, longest first, before anything is guessed. */
export type HanDictionary = ReadonlySet<string>;

/**
 * Cuts the Han part of a question into the words that all have to be found. Only questions are cut: texts are
 * stored as pairs of characters, so a cut that differs between two machines costs an exactness, never a hit.
 * Words that say nothing are left out; the answer is empty when nothing else was there.
 */
export function cutHanWords(run: string, dictionary: HanDictionary): string[] {
  const words: string[] = [];
  let negation = "";
  for (const piece of splitKnown(run, dictionary)) {
    for (const unit of piece.isKnown ? [piece.text] : guessWords(piece.text)) {
      if (negations.has(unit)) negation += unit;
      else if (hanStopCharacters.has(unit) && !negation) continue;
      else {
        words.push(negation + unit);
        negation = "";
      }
    }
  }
  if (negation) words.push(negation);
  return words;
}

interface Piece {
  text: string;
  isKnown: boolean;
}

function splitKnown(run: string, dictionary: HanDictionary): Piece[] {
  const pieces: Piece[] = [];
  let pending = "";
  let index = 0;
  const flush = () => {
    if (pending) pieces.push({ text: pending, isKnown: false });
    pending = "";
  };
  while (index < run.length) {
    const stop = hanStopPhrases.find((phrase) => run.startsWith(phrase, index));
    const known = longestAt(run, index, dictionary);
    if (known && known.length >= (stop?.length ?? 0)) {
      flush();
      pieces.push({ text: known, isKnown: true });
      index += known.length;
    } else if (stop) {
      flush();
      index += stop.length;
    } else {
      pending += run[index];
      index += 1;
    }
  }
  flush();
  return pieces;
}

function longestAt(run: string, index: number, dictionary: HanDictionary): string | undefined {
  for (let length = Math.min(longestKnownWord, run.length - index); length > 1; length -= 1) {
    const candidate = run.slice(index, index + length);
    if (dictionary.has(candidate)) return candidate;
  }
  return undefined;
}

/**
 * The segmenter's cut, with single characters joined two by two: it does not know the words of a trade and cuts
 * 提现 into 提 and 现, which would find every text that has both anywhere.
 */
function guessWords(text: string): string[] {
  const units: string[] = [];
  let single = "";
  for (const { segment } of segmenter.segment(text)) {
    const isSingle = [...segment].length === 1;
    const joins = isSingle && !hanStopCharacters.has(segment) && !negations.has(segment);
    if (joins && single) {
      units.push(single + segment);
      single = "";
    } else if (joins) {
      single = segment;
    } else {
      if (single) units.push(single);
      single = "";
      units.push(segment);
    }
  }
  if (single) units.push(single);
  return units;
}
