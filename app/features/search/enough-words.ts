const words = /[\p{L}\p{N}]+/gu;
const han = /\p{Script=Han}/gu;
const neededWeight = 4;

/** True from two words or four Han characters on: less than that has something in common with everything. */
export function hasEnoughWords(title: string): boolean {
  const ideographs = title.match(han)?.length ?? 0;
  const others = title.replace(han, " ").match(words)?.length ?? 0;
  return ideographs + 2 * others >= neededWeight;
}
