import { foldText } from "../language/folding";
import { hanIndexTokens } from "../language/han-grams";
import { runsOf, scriptOf } from "../language/runs";

const longestToken = 64;
const longestSpelledWord = 24;
const hasDigit = /\p{N}/u;

/** The tokens of a text with spaces between, which is what the tokenizer of FTS5 then cuts at. */
export function indexText(text: string): string {
  const tokens: string[] = [];
  for (const run of runsOf(foldText(text))) {
    if (run.script === "han") tokens.push(...hanIndexTokens(run.text));
    else tokens.push(run.text.slice(0, longestToken));
  }
  return tokens.join(" ");
}

/** The words other words may be misspellings of. Hashes, addresses and numbers would only fill the vocabulary. */
export function spelledWords(indexed: string): Set<string> {
  const words = new Set<string>();
  for (const token of indexed.split(" ")) {
    if (token.length < 2 || token.length > longestSpelledWord || words.has(token)) continue;
    if (scriptOf(token) === "han" || hasDigit.test(token)) continue;
    words.add(token);
  }
  return words;
}
