import { days } from "~/platform/clock/clock";

const halfLifeMs = days(14);
const landmark = Date.UTC(2026, 0, 1);
// Being posted weighs next to nothing, but something: suggestions nobody votes for stand after the others, the newest
// first, and a sum is never zero.
const weightOfPosting = 2 ** -10;

/**
 * How strongly a suggestion trends: log2 of the sum of its votes, each weighing half as much with every fortnight since
 * it was cast. Weighed against a fixed landmark instead of against now, w = 2^((cast - landmark) / halfLife), all sums
 * grow by one common factor as time passes; so the order holds at any moment and a list reads it from an index.
 * (Forward decay: Cormode, Shkapenyuk, Srivastava, Xu, "Forward Decay: A Practical Time Decay Model for Streaming
 * Systems", ICDE 2009.) The logarithm keeps ten-year-old votes and today's within one number.
 */
export function hotScore(postedAt: Date, votesCastAt: Iterable<Date>, importedVotes = 0): number {
  let score = halfLives(postedAt) + Math.log2(weightOfPosting + importedVotes);
  for (const castAt of votesCastAt) score = withVote(score, castAt);
  return score;
}

export function withVote(score: number, castAt: Date): number {
  const vote = halfLives(castAt);
  const larger = Math.max(score, vote);
  const smaller = Math.min(score, vote);
  return larger + log2OnePlus(2 ** (smaller - larger));
}

/** Null when the vote is most of the score: what remains would be lost in rounding and has to be summed anew. */
export function withoutVote(score: number, castAt: Date): number | null {
  const vote = halfLives(castAt);
  if (vote > score - 1) return null;
  return score + log2OnePlus(-(2 ** (vote - score)));
}

function halfLives(at: Date): number {
  return (at.getTime() - landmark) / halfLifeMs;
}

function log2OnePlus(value: number): number {
  return Math.log1p(value) / Math.LN2;
}
