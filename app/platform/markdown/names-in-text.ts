// A name is of one script, so a Latin name ends where Chinese begins: "@mei你好" speaks to mei.
const latinName = "(?:[^\\P{L}\\p{Script=Han}]|[\\p{Nd}_-])+";
const hanName = "[\\p{Script=Han}\\p{Nd}_-]+";
const notInsideWord = "(?<![\\p{Script=Latin}\\p{Nd}_@/.+-])";
const reference = "(?<![\\w&/#.-])(?:[A-Za-z][\\w.-]{0,59})?#\\d{1,9}(?!\\w)";
const minLength = 2;
const maxLength = 39;
const maxCandidates = 500;

/** Finds `@name` (group 1 the name) and `#12` or `gui#12` (group 2). Give a fresh copy to every search. */
export function nameOrReference(): RegExp {
  return new RegExp(`${notInsideWord}@(${latinName}|${hanName})|(${reference})`, "gu");
}

/** Names a text may mention, for looking up which exist; with every beginning of a Han run, which has no spaces to end it. */
export function namesIn(source: string): string[] {
  const found = new Set<string>();
  for (const [, written] of source.matchAll(nameOrReference())) {
    if (found.size >= maxCandidates) break;
    if (written) for (const name of candidates(written)) found.add(name);
  }
  return [...found].slice(0, maxCandidates);
}

/** Cross references a text may hold, such as `#12` and `gui#7`, for looking up where they lead. */
export function referencesIn(source: string): string[] {
  const found = new Set<string>();
  for (const [, , written] of source.matchAll(nameOrReference())) {
    if (found.size >= maxCandidates) break;
    if (written) found.add(written);
  }
  return [...found];
}

/** The name meant by what was written after "@", or null. `known` maps lower-case names to names; without it any fits. */
export function mentionedName(written: string, known: ReadonlyMap<string, string> | null): string | null {
  if (!known) {
    const name = withoutHyphensAtEnd(written);
    return fits(name) ? name : null;
  }
  for (const name of candidates(written)) {
    const existing = known.get(name.toLowerCase());
    if (existing !== undefined) return existing;
  }
  return null;
}

/** Names that may be meant, the likeliest first. */
function candidates(written: string): string[] {
  const readings = [written, withoutHyphensAtEnd(written), written.replace(/[-_]+$/, "")];
  if (!/\p{Script=Han}/u.test(written)) return readings.filter(fits);
  const characters = [...written].slice(0, maxLength);
  const beginnings = characters.map((_, index) => characters.slice(0, characters.length - index).join(""));
  return [...readings, ...beginnings].filter(fits);
}

/** A hyphen at the end belongs to the sentence. */
function withoutHyphensAtEnd(name: string): string {
  return name.replace(/-+$/, "");
}

function fits(name: string): boolean {
  const { length } = [...name];
  return length >= minLength && length <= maxLength;
}
