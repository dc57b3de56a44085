import type { ImportedReply } from "~/features/topics/importing.server";
import { days } from "~/platform/clock/clock";
import type { Random } from "./seed-random";
import { seedEnd, type SeedScene } from "./seed-scene";
import { type Pen, writeText } from "./seed-writing";

const answeringShare = 0.55;
const answeredAmongLast = 12;
const helpfulShare = 0.12;
const mostHelpful = 9;
const longestThreadMs = days(60);

/** Replies in the order of their times, about half of them to one of the last before them. */
export function makeReplies(
  { people }: SeedScene,
  pen: Pen,
  random: Random,
  { count, createdAt }: { count: number; createdAt: Date },
): ImportedReply[] {
  const begin = createdAt.getTime();
  const length = Math.min(longestThreadMs, seedEnd - begin);
  const moments = Array.from({ length: count }, () => begin + random.next() ** 2 * length).sort(
    (a, b) => a - b,
  );
  return moments.map((moment, place) => ({
    parent:
      place > 0 && random.chance(answeringShare)
        ? place - 1 - random.below(Math.min(place, answeredAmongLast))
        : null,
    authorId: people.members[random.below(people.members.length)]!,
    text: writeText(pen, random, { role: "reply", paragraphs: 2, markedShare: 0.08 }),
    createdAt: new Date(moment),
    editedAt: null,
    helpfulCount: random.chance(helpfulShare) ? 1 + random.below(mostHelpful) : 0,
    isOfficial: false,
  }));
}
