const han = /\p{Script=Han}/u;

/**
 * One or two characters that stand for a name: the family name of a Han name, the first letters of the first and last
 * word otherwise, two letters of a single word.
 */
export function initialsOf(name: string): string {
  const words = name
    .normalize("NFC")
    .split(/[\s._\-·]+/u)
    .filter(Boolean);
  const [first = "?"] = words;
  const last = words.at(-1) ?? first;
  const [firstLetter = "?", secondLetter = ""] = Array.from(first);
  if (han.test(firstLetter)) return firstLetter;
  const partner = words.length > 1 ? (Array.from(last)[0] ?? "") : secondLetter;
  return `${firstLetter}${partner}`.toLocaleUpperCase("en");
}

/** One of the five muted tints, always the same one for a name. */
export function tintOf(name: string): 1 | 2 | 3 | 4 | 5 {
  let hash = 0;
  for (const character of name.normalize("NFC")) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return ((hash % 5) + 1) as 1 | 2 | 3 | 4 | 5;
}
