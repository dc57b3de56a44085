import type { Segment } from "../port";
import { foldText } from "./folding";
import { runsOf, type Run } from "./runs";

/** What counts as found, in folded form. Filled by the engine with the words it really looked for. */
export interface Marks {
  words: Set<string>;
  prefixes: Set<string>;
  han: Set<string>;
}

interface Range {
  start: number;
  end: number;
}

// A snippet is two lines on a page. Han characters are twice as wide as letters.
const snippetWidth = 180;
const lookBackWidth = 40;
const maxMarksWeighed = 60;
const scanStep = 4_000;

export function noMarks(): Marks {
  return { words: new Set(), prefixes: new Set(), han: new Set() };
}

/** The whole text, cut where hits begin and end. */
export function markText(text: string, marks: Marks): Segment[] {
  return segmentsBetween(text, 0, text.length, rangesIn(text, marks));
}

/** The stretch of a text that shows most hits; "…" stands where it was cut. */
export function markSnippet(text: string, marks: Marks): Segment[] {
  const ranges = firstRanges(text, marks);
  const start = snippetStart(text, ranges);
  const end = Math.min(text.length, advance(text, start, snippetWidth));
  const segments = segmentsBetween(text, start, end, ranges);
  if (start > 0) segments.unshift({ text: "…", hit: false });
  if (end < text.length) segments.push({ text: "…", hit: false });
  return segments;
}

/** Long texts are read piece by piece until something was found: only the snippet will be shown. */
function firstRanges(text: string, marks: Marks): Range[] {
  for (let from = 0; from < text.length; from += scanStep) {
    const ranges = rangesIn(text.slice(from, from + scanStep), marks);
    if (ranges.length > 0) return ranges.map(({ start, end }) => ({ start: start + from, end: end + from }));
  }
  return [];
}

function snippetStart(text: string, ranges: readonly Range[]): number {
  let best = 0;
  let bestCount = 0;
  for (const { start } of ranges.slice(0, maxMarksWeighed)) {
    const until = advance(text, start, snippetWidth - lookBackWidth);
    const count = ranges.filter((range) => range.start >= start && range.end <= until).length;
    if (count > bestCount) [best, bestCount] = [start, count];
  }
  if (advance(text, 0, snippetWidth) >= text.length || best <= lookBackWidth) return 0;
  return wordStart(text, best - lookBackWidth / 2);
}

function wordStart(text: string, near: number): number {
  const space = text.slice(near, near + lookBackWidth / 2).search(/\s\S/);
  const start = space < 0 ? near : near + space + 1;
  return isLowSurrogate(text, start) ? start + 1 : start;
}

function advance(text: string, from: number, width: number): number {
  let index = from;
  let left = width;
  while (index < text.length && left > 0) {
    left -= text.charCodeAt(index) >= 0x2e80 ? 2 : 1;
    index += 1;
  }
  return isLowSurrogate(text, index) ? index + 1 : index;
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}

function segmentsBetween(text: string, start: number, end: number, ranges: readonly Range[]): Segment[] {
  const segments: Segment[] = [];
  const add = (from: number, to: number, hit: boolean) => {
    if (to > from) segments.push({ text: text.slice(from, to), hit });
  };
  let index = start;
  for (const range of ranges) {
    if (range.end <= index || range.start >= end) continue;
    const from = Math.max(range.start, index);
    const to = Math.min(range.end, end);
    add(index, from, false);
    add(from, to, true);
    index = to;
  }
  add(index, end, false);
  return segments;
}

/** In order and without overlaps. */
function rangesIn(text: string, marks: Marks): Range[] {
  const ranges: Range[] = [];
  for (const run of runsOf(text)) {
    const found = run.script === "han" ? hanRanges(run, marks) : wordRanges(run, marks);
    for (const range of found) {
      const before = ranges.at(-1);
      if (before && before.end >= range.start) before.end = Math.max(before.end, range.end);
      else ranges.push(range);
    }
  }
  return ranges;
}

function wordRanges({ text, start }: Run, marks: Marks): Range[] {
  const folded = foldText(text);
  if (marks.words.has(folded)) return [{ start, end: start + text.length }];
  for (const prefix of marks.prefixes) {
    if (!folded.startsWith(prefix)) continue;
    // Folding may lengthen a word ("ﬁ"); then the letters do not line up and the whole word is marked.
    const length = folded.length === text.length ? prefix.length : text.length;
    return [{ start, end: start + length }];
  }
  return [];
}

function hanRanges({ text, start }: Run, marks: Marks): Range[] {
  const folded = foldText(text);
  if (folded.length !== text.length) return [];
  const ranges: Range[] = [];
  for (const word of marks.han) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      ranges.push({ start: start + at, end: start + at + word.length });
    }
  }
  return ranges.sort((a, b) => a.start - b.start);
}
