export type Script = "word" | "han";

/** A stretch of letters and digits of one way of writing; everything between two runs only separates. */
export interface Run {
  script: Script;
  text: string;
  start: number;
}

const letterOrDigit = /^[\p{L}\p{N}\p{M}]$/u;
// Written without spaces, so it is cut by pairs of characters and not by words. Includes kana.
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u;

const unknown = 0;
const separator = 1;
const word = 2;
const han = 3;
// A regular expression per character costs more than the rest of indexing; each character is asked about once.
const classes = new Uint8Array(0x10000);

export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let current = separator;
  let start = 0;
  let index = 0;
  while (index < text.length) {
    const code = text.codePointAt(index)!;
    const found = classOf(code);
    if (found !== current) {
      if (current !== separator) runs.push(runAt(text, current, start, index));
      current = found;
      start = index;
    }
    index += code > 0xffff ? 2 : 1;
  }
  if (current !== separator) runs.push(runAt(text, current, start, text.length));
  return runs;
}

/** Of a text that is a single run. */
export function scriptOf(run: string): Script {
  return classOf(run.codePointAt(0) ?? 0) === han ? "han" : "word";
}

function runAt(text: string, found: number, start: number, end: number): Run {
  return { script: found === han ? "han" : "word", text: text.slice(start, end), start };
}

function classOf(code: number): number {
  if (code > 0xffff) return classify(String.fromCodePoint(code));
  const known = classes[code]!;
  if (known !== unknown) return known;
  const found = classify(String.fromCharCode(code));
  classes[code] = found;
  return found;
}

function classify(character: string): number {
  if (unspaced.test(character)) return han;
  return letterOrDigit.test(character) ? word : separator;
}
