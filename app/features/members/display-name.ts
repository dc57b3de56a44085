import { cleanLine } from "~/platform/text/clean-text";
import { countCharacters } from "~/platform/text/count-characters";
import { isReserved, type NameRules } from "./reserved-names";

const longestDisplayName = 40;

export type DisplayNameRefusal =
  "display-name-length" | "display-name-characters" | "display-name-scripts" | "name-reserved";

// Letters of one alphabet, or Latin beside Chinese, Japanese or Korean: mixes people really write.
const eastAsian = "\\p{Script=Latin}\\p{Script=Han}";
const scripts = [
  new RegExp(`^[${eastAsian}\\p{Script=Hiragana}\\p{Script=Katakana}ー々]*$`, "u"),
  new RegExp(`^[${eastAsian}\\p{Script=Bopomofo}]*$`, "u"),
  new RegExp(`^[${eastAsian}\\p{Script=Hangul}]*$`, "u"),
  ...["Cyrillic", "Greek", "Arabic", "Hebrew", "Thai", "Devanagari"].map(
    (name) => new RegExp(`^\\p{Script=${name}}*$`, "u"),
  ),
];

export function tidyDisplayName(typed: string): string {
  return cleanLine(typed.slice(0, 1_000).normalize("NFKC"));
}

/** Why a shown name cannot be taken, or null. It stands beside official marks, so it must not draw one itself. */
export function refuseDisplayName(
  shown: string,
  { isStaff, ...rules }: NameRules & { isStaff: boolean },
): DisplayNameRefusal | null {
  const length = countCharacters(shown);
  if (length < 1 || length > longestDisplayName) return "display-name-length";
  if (!/^[\p{L}\p{M}\p{Nd} .,'’·_-]+$/u.test(shown) || !/[\p{L}\p{Nd}]/u.test(shown))
    return "display-name-characters";
  // Something like "evil.example" would be made a link by mail programs.
  if (/[\p{L}\p{N}]\.[\p{L}\p{N}]{2}/u.test(shown)) return "display-name-characters";
  const letters = shown.replace(/[^\p{L}]/gu, "");
  if (!scripts.some((script) => script.test(letters))) return "display-name-scripts";
  return !isStaff && isReserved(shown, rules) ? "name-reserved" : null;
}
