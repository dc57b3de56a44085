import { foldName, nameLimits, refuseName, tidyName } from "~/features/members/naming";

const fallback = "imported";

/** A login of another place as a name of ours: allowed characters, one script, not reserved. */
export function handleFor(login: string): string {
  const kept = tidyName(login)
    .replace(/[^\p{L}\p{M}0-9_-]+/gu, "-")
    .replace(/^[_-]+|[_-]+$/g, "")
    .slice(0, nameLimits.max - 4)
    .replace(/[_-]+$/g, "");
  if (refuseName(kept) === null) return kept;
  const marked = `${kept || fallback}-gh`;
  return refuseName(marked) === null ? marked : fallback;
}

/** The handle, or the first numbered one that nobody has. Takes it. */
export function freeHandle(login: string, taken: Set<string>): string {
  const wanted = handleFor(login);
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? wanted : `${wanted.slice(0, nameLimits.max - 6)}-${attempt}`;
    const folded = foldName(name);
    if (taken.has(folded)) continue;
    taken.add(folded);
    return name;
  }
}

export function isBot(login: string): boolean {
  return /\[bot\]$|^(drahtbot|gitcoinbot|claassistant|codecov-io|codecov|mend-for-github-com|dependabot|renovate)$/i.test(
    login,
  );
}
