import { countCodePoints } from "~/platform/text/count-characters";
import { commonPasswords, commonWords, rows } from "./common-passwords";

export const passwordLimits = { min: 10, max: 200 };

/** Keys of locales/errors. */
export type PasswordRefusal = "password-short" | "password-long" | "password-common" | "password-personal";

/** What a password must not be made of: the site's name, the member's own name and address. */
export interface PasswordOwner {
  siteName: string;
  name?: string;
  email?: string | null;
}

const fewestOwnCharacters = 6;

/** The form that is hashed: the same key presses give the same password on every device (NIST SP 800-63B-4). */
export function tidyPassword(typed: string): string {
  return typed.slice(0, 4 * passwordLimits.max).normalize("NFKC");
}

/** Why a tidied password is too easy to guess, or null. Length counts most; what many people use counts as nothing. */
export function refusePassword(password: string, owner: PasswordOwner): PasswordRefusal | null {
  const length = countCodePoints(password);
  if (length < passwordLimits.min) return "password-short";
  if (length > passwordLimits.max) return "password-long";
  const folded = fold(password);
  if (isPersonal(folded, owner)) return "password-personal";
  return isCommon(folded) || isCommon(readSubstitutes(folded)) ? "password-common" : null;
}

function isPersonal(folded: string, { siteName, name, email }: PasswordOwner): boolean {
  const own = [siteName, name ?? "", ...(email ?? "").split("@"), "hearback"]
    .map(fold)
    .filter((word) => word.length >= 3);
  const rest = own
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ""), folded);
  return rest.length < folded.length && (rest.length < fewestOwnCharacters || /^\P{L}*$/u.test(rest));
}

function isCommon(folded: string): boolean {
  if (commonPasswords.has(folded)) return true;
  const letters = folded.replace(/^[\d\W_]+|[\d\W_]+$/g, "");
  if (commonWords.includes(letters)) return true;
  // Of the digits alone: a birthday, a telephone number, the same key held down.
  if (/^\d{0,12}$/.test(folded)) return true;
  return new Set(folded).size < 5 || isRepeated(folded) || isWalk(folded);
}

/** A few characters over and over: abcabcabcabc. */
function isRepeated(text: string): boolean {
  for (let unit = 1; unit <= 5; unit++) {
    if (text.slice(unit) === text.slice(0, -unit)) return true;
  }
  return false;
}

/** Made of at most three runs along the keyboard, however they are joined: qwertyuiop123, 123456qwerty. */
function isWalk(text: string): boolean {
  let rest = text;
  for (let runs = 0; runs < 3 && rest !== ""; runs++) rest = rest.slice(longestRun(rest));
  return rest === "";
}

function longestRun(text: string): number {
  let length = 1;
  while (length < text.length && rows.some((row) => holds(row, text.slice(0, length + 1)))) length++;
  return length;
}

function holds(row: string, run: string): boolean {
  return row.includes(run) || row.includes([...run].reverse().join(""));
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

function readSubstitutes(folded: string): string {
  const read: Record<string, string> = {
    "@": "a",
    "4": "a",
    "3": "e",
    "1": "i",
    "!": "i",
    "0": "o",
    $: "s",
    "5": "s",
    "7": "t",
  };
  return folded.replace(/(?<=[a-z].*)[@431!0$57](?=.*[a-z])|^[@431!0$57](?=[a-z])/g, (sign) => read[sign]!);
}
