import { foldText } from "~/platform/search-engine/language/folding";
import type { SeenText } from "./seen-text";

const han = /[\u3400-\u9fff]/;
const between = /[^\p{L}\p{N}]+/gu;

/**
 * The keywords a text holds. In Latin and other letters whole words, so that "ass" is not in "class"; with Han
 * characters any place, whatever stands between the characters, Traditional or Simplified.
 */
export function keywordsIn({ words }: SeenText, keywords: readonly string[]): string[] {
  if (keywords.length === 0) return [];
  const spaced = ` ${words.replace(between, " ").trim()} `;
  const joined = words.replace(between, "");
  return keywords.filter((keyword) => {
    const folded = foldText(keyword);
    if (han.test(folded)) return joined.includes(folded.replace(between, ""));
    const tidy = folded.replace(between, " ").trim();
    return tidy !== "" && isWord(spaced, tidy);
  });
}

/** Letters of another script may touch it: 加vx is two words to a reader. */
function isWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isEdge(text[at - 1]) && isEdge(text[at + word.length])) return true;
  }
  return false;
}

function isEdge(character: string | undefined): boolean {
  return character === undefined || character === " " || han.test(character);
}
