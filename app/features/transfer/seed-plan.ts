import { randomFrom } from "./seed-random";

export interface SeedSize {
  topics: number;
  replies: number;
  members: number;
  votes: number;
}

/** How much belongs to each topic, by its place: a few bytes each, so that a hundred thousand fit in a corner. */
export interface SeedPlan {
  isSuggestion: Uint8Array;
  replies: Uint32Array;
  votes: Uint32Array;
  affected: Uint32Array;
}

const suggestionShare = 0.3;
const affectedPerProblemTopic = 1.5;
// The busiest of a thousand topics gets one reply in fifty, the busiest of a hundred thousand one in six hundred.
const unevenness = 1.8;

/** Who gets how much, as unevenly as in life, and exactly as much in all as asked for where members suffice. */
export function planCommunity(seed: number, { topics, replies, members, votes }: SeedSize): SeedPlan {
  const random = randomFrom(seed, 1);
  const isSuggestion = Uint8Array.from({ length: topics }, () => Number(random.chance(suggestionShare)));
  const all = shuffled(topics, seed);
  const suggestions = all.filter((place) => isSuggestion[place] === 1);
  const discussions = all.filter((place) => isSuggestion[place] === 0);
  return {
    isSuggestion,
    replies: spread(topics, replies, all, { seed, most: Infinity }),
    votes: spread(topics, votes, suggestions, { seed: seed + 1, most: members }),
    affected: spread(topics, Math.round(discussions.length * affectedPerProblemTopic), discussions, {
      seed: seed + 2,
      most: members,
    }),
  };
}

function spread(
  length: number,
  total: number,
  places: Uint32Array,
  { seed, most }: { seed: number; most: number },
): Uint32Array {
  const counts = new Uint32Array(length);
  if (places.length === 0) return counts;
  const random = randomFrom(seed, 2);
  let left = Math.min(total, most * places.length);
  for (; left > 0; left--) {
    let rank = Math.floor(places.length * random.next() ** unevenness);
    // Full ones hand on to the next; there is room somewhere.
    while (counts[places[rank]!]! >= most) rank = (rank + 1) % places.length;
    counts[places[rank]!]!++;
  }
  return counts;
}

/** Busy topics stand anywhere, not at the beginning. */
function shuffled(length: number, seed: number): Uint32Array {
  const random = randomFrom(seed, 3);
  const places = Uint32Array.from({ length }, (_, index) => index);
  for (let index = length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [places[index], places[other]] = [places[other]!, places[index]!];
  }
  return places;
}
