/** Words this short are looked for as typed: almost every other short word would be one slip away. */
const shortestForOneEdit = 5;
const shortestForTwoEdits = 9;
const digit = /\p{N}/u;

/** How many slips a word may hold. None where a digit is involved: TRC10 is not a misspelt TRC20. */
export function editsAllowed(word: string): 0 | 1 | 2 {
  if (word.length < shortestForOneEdit || digit.test(word)) return 0;
  return word.length < shortestForTwoEdits ? 1 : 2;
}

/**
 * Slips between two words: inserted, dropped, replaced and swapped letters count one, a slip in the first letter two,
 * because readers rarely get that one wrong. Gives up beyond `limit` and then answers a larger number.
 * As a prefix, the cheapest beginning of `candidate` is compared.
 */
export function editDistance(
  typed: string,
  candidate: string,
  { limit, isPrefix }: { limit: number; isPrefix: boolean },
) {
  const tooFar = limit + 1;
  if (typed.length - candidate.length > limit) return tooFar;
  if (!isPrefix && candidate.length - typed.length > limit) return tooFar;
  // One row per typed letter; letters of the candidate beyond the limit cannot matter.
  const width = Math.min(candidate.length, typed.length + limit);
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: width + 1 }, (_, index) => index);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= width; column += 1) {
      const isSame = typed[row - 1] === candidate[column - 1];
      let cost = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (isSame ? 0 : 1),
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        typed[row - 1] === candidate[column - 2] &&
        typed[row - 2] === candidate[column - 1];
      if (isSwap) cost = Math.min(cost, beforePrevious[column - 2]! + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return tooFar;
    beforePrevious = previous;
    previous = current;
  }
  const distance = isPrefix ? Math.min(...previous) : previous[candidate.length]!;
  return distance + (distance > 0 && typed[0] !== candidate[0] ? 1 : 0);
}
