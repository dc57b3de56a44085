import { hotScore } from "~/features/suggestions/hot-score";
import { declineReasons } from "~/features/suggestions/suggestion";
import type { ImportedTopic } from "~/features/topics/importing.server";
import type { DiscussionKind, TopicKind, TopicStatus } from "~/features/topics/topic";
import { makeLetter, type SeedLetter } from "./seed-letter";
import { marksOf, type SeedMark } from "./seed-marks";
import { type Random, randomFrom } from "./seed-random";
import { makeReplies } from "./seed-replies";
import { seedBegin, seedEnd, type SeedScene } from "./seed-scene";
import { writeText, writeTitle } from "./seed-writing";

export interface SeedTopic {
  topic: Omit<ImportedTopic, "number">;
  letter: SeedLetter | null;
  /** Place of the reply that solved it. */
  solution: number | null;
  votes: SeedMark[];
  affected: SeedMark[];
}

const topicsTable = 10;
const mostTags = 3;
const kinds: readonly [DiscussionKind, number][] = [
  ["problem", 0.45],
  ["question", 0.35],
  ["experience", 0.2],
];
const statuses: Record<"problem" | "talk" | "suggestion", readonly [TopicStatus, number][]> = {
  problem: [
    ["open", 0.38],
    ["acknowledged", 0.08],
    ["investigating", 0.08],
    ["known-issue", 0.08],
    ["solved", 0.3],
    ["closed", 0.08],
  ],
  talk: [
    ["open", 0.5],
    ["answered", 0.32],
    ["solved", 0.18],
  ],
  suggestion: [
    ["open", 0.5],
    ["under-review", 0.14],
    ["planned", 0.1],
    ["started", 0.06],
    ["shipped", 0.12],
    ["declined", 0.08],
  ],
};

/** The topic at a place, with everything that hangs on it. Depends on the seed and the place alone. */
export function makeTopic(scene: SeedScene, place: number): SeedTopic {
  const { seed, plan, people } = scene;
  const random = randomFrom(seed, topicsTable, place);
  const pen = random.pick(scene.pens);
  const kind: TopicKind = plan.isSuggestion[place] ? "suggestion" : byShare(kinds, random);
  const board = kind === "suggestion" ? "suggestion" : "discussion";
  const createdAt = new Date(seedBegin + ((place + random.next()) / scene.topics) * (seedEnd - seedBegin));
  const authorId = people.members[random.below(people.members.length)]!;
  const replies = makeReplies(scene, pen, random, { count: plan.replies[place]!, createdAt });
  const status = replies.length === 0 ? "open" : statusOf(kind, random);
  const letter = makeLetter({ board, kind, status }, replies, { people, pen, random });
  const solution = status === "solved" ? (letter?.place ?? random.below(replies.length)) : null;
  const decidedAt = replies[letter?.place ?? solution ?? replies.length - 1]?.createdAt ?? createdAt;
  const votes = marksOf(people, random, { count: plan.votes[place]!, createdAt, first: authorId });
  return {
    ...{ letter, solution, votes },
    affected: marksOf(people, random, { count: kind === "problem" ? plan.affected[place]! : 0, createdAt }),
    topic: {
      ...{ board, kind, status, createdAt, authorId, replies },
      areaId: random.pick(scene.areaIds),
      text: {
        ...writeText(pen, random, { role: kind, paragraphs: 3, markedShare: 0.35 }),
        title: writeTitle(pen, random, kind),
      },
      tagNames: Array.from({ length: random.below(mostTags + 1) }, () => random.pick(pen.phrases.tags)),
      lastActivityAt: replies.at(-1)?.createdAt ?? createdAt,
      statusChangedAt: status === "open" ? createdAt : decidedAt,
      closedReason: null,
      declinedReason: status === "declined" ? random.pick(declineReasons) : null,
      solvedAt: status === "solved" ? decidedAt : null,
      lockedAt: null,
      ...{ importedVotes: 0, importedAffected: 0 },
      hotScore:
        board === "suggestion"
          ? hotScore(
              createdAt,
              votes.map((vote) => vote.createdAt),
            )
          : 0,
      timeline: [{ type: "opened", data: {}, actorId: authorId, createdAt }],
    },
  };
}

function statusOf(kind: TopicKind, random: Random): TopicStatus {
  return byShare(statuses[kind === "suggestion" || kind === "problem" ? kind : "talk"], random);
}

function byShare<Value>(shares: readonly [Value, number][], random: Random): Value {
  let left = random.next();
  for (const [value, share] of shares) if ((left -= share) < 0) return value;
  return shares[0]![0];
}
