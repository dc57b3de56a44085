import type { Random } from "./seed-random";
import { seedEnd, type SeedPeople } from "./seed-scene";

/** Somebody who votes for a topic or has it too. */
export interface SeedMark {
  memberId: number;
  createdAt: Date;
}

/** So many different members, most of them soon; `first` is among them. At most everybody. */
export function marksOf(
  { members }: SeedPeople,
  random: Random,
  { count, createdAt, first }: { count: number; createdAt: Date; first?: number },
): SeedMark[] {
  const chosen = new Set<number>(first !== undefined && count > 0 ? [first] : []);
  const stride = strideFor(members.length, random);
  for (let at = random.below(members.length); chosen.size < Math.min(count, members.length);) {
    chosen.add(members[at]!);
    at = (at + stride) % members.length;
  }
  const begin = createdAt.getTime();
  return [...chosen].map((memberId) => ({
    memberId,
    createdAt: memberId === first ? createdAt : new Date(begin + random.next() ** 2 * (seedEnd - begin)),
  }));
}

/** Steps of it meet everybody before they meet anybody twice. */
function strideFor(length: number, random: Random): number {
  let stride = 1 + random.below(length);
  while (greatestCommonDivisor(stride, length) !== 1) stride++;
  return stride;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
