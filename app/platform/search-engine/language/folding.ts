import { simplifiedByTraditional } from "./simplified-characters";

const ascii = /^[\0-\x7f]*$/;
// Accents of Latin, Greek and Cyrillic only: the Japanese voicing marks live elsewhere and change the word.
const accents = /[\u0300-\u036f]/g;
const hanCharacter = /[\u3400-\u9fff]/g;

/**
 * One written form for texts that mean the same to a searcher: width, case, accents and Traditional or Simplified
 * characters no longer differ. Used on both sides, so a pair that meets here meets in every engine.
 */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(accents, "")
    .normalize("NFC")
    .replace(hanCharacter, (character) => simplifiedByTraditional.get(character) ?? character);
}
