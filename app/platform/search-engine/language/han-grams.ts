/** Overlapping pairs of a run: 助记词 → 助记 记词. A single character stays as it is. */
export function hanPairs(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(0, -1).map((character, index) => character + characters[index + 1]);
}

/**
 * What is stored for a run: its pairs and then its last character alone, so that every character starts some
 * token and a query of one character is a prefix query.
 */
export function hanIndexTokens(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return [...hanPairs(run), characters[characters.length - 1]!];
}
