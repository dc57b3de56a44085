import { countCharacters } from "~/platform/text/count-characters";
import { isReserved, type NameRules } from "./reserved-names";

export const nameLimits = { min: 2, max: 30 };

/** Keys of locales/errors. */
export type NameRefusal = "name-length" | "name-characters" | "name-scripts" | "name-reserved";

// Scripts that are written together count as one (UTS-39, augmented script sets).
const scripts = [
  /^\p{Script=Latin}+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u,
  /^[\p{Script=Han}\p{Script=Bopomofo}]+$/u,
  /^[\p{Script=Hangul}\p{Script=Han}]+$/u,
  /^\p{Script=Cyrillic}+$/u,
  /^\p{Script=Greek}+$/u,
  /^\p{Script=Arabic}+$/u,
  /^\p{Script=Hebrew}+$/u,
  /^\p{Script=Thai}+$/u,
  /^\p{Script=Devanagari}+$/u,
];
const unseen = /[\u115F\u1160\u3164\uFFA0\u2800]/;

/** A name as it is kept: full-width and other compatible forms become the plain ones, so that looks decide. */
export function tidyName(typed: string): string {
  return typed.slice(0, 1_000).normalize("NFKC").trim();
}

/**
 * Why a tidied name cannot be taken, or null. Two names that read alike must not stand for two people, and none may
 * sound as if it spoke for the site.
 */
export function refuseName(name: string, rules: NameRules = { siteName: "" }): NameRefusal | null {
  const length = countCharacters(name);
  if (length < nameLimits.min || length > nameLimits.max) return "name-length";
  if (!/^[\p{L}\p{M}0-9_-]+$/u.test(name) || unseen.test(name)) return "name-characters";
  if (/^[_-]|[_-]$|\p{M}{3}/u.test(name) || /^\p{M}/u.test(name)) return "name-characters";
  if (!isOneScript(name)) return "name-scripts";
  return isReserved(name, rules) ? "name-reserved" : null;
}

/** The form in which a name is asked for: case and width do not tell two people apart. See claiming.server for looks. */
export function foldName(name: string): string {
  // Upper case first: ß and ſ have no difference left after it.
  return name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
}

function isOneScript(name: string): boolean {
  const letters = name.replace(/[0-9_-]/g, "");
  if (letters === "") return true;
  // Marks that could not be composed with a Latin letter only decorate it.
  if (/\p{Script=Latin}\p{M}|\p{Script=Han}\p{M}/u.test(letters)) return false;
  const bare = letters.replace(/\p{Script=Inherited}/gu, "");
  return scripts.some((script) => script.test(bare));
}
