// A recovery phrase is a run of words of three to eight small letters. What might be one is never put into an address.
const phraseRun = /(?:^|\s)(?:[a-z]{3,8}[\s,.;:|/-]+){7}[a-z]{3,8}(?=$|[\s,.;:|/-])/;
const longestQuery = 200;
const enoughHan = 4;
const enoughWords = 2;

/** Text the server may be asked about while it is still being written. */
export function mayAskAbout(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length > 0 && trimmed.length <= longestQuery && !phraseRun.test(trimmed.toLowerCase());
}

/** Enough to look for similar texts: two words or four Han characters. */
export function isEnoughToCompare(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word.length > 1).length;
  return han >= enoughHan || words >= enoughWords;
}
