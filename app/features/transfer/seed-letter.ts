import { type OfficialType, statusesFor, typesFor } from "~/features/official/official-reply";
import type { ImportedReply } from "~/features/topics/importing.server";
import type { Random } from "./seed-random";
import type { SeedPeople } from "./seed-scene";
import { type Pen, writeText } from "./seed-writing";

/** The team's answer among the replies of a topic. */
export interface SeedLetter {
  place: number;
  type: OfficialType;
  author: SeedPeople["staff"][number];
}

const solvedByTeamShare = 0.5;

/** Makes one of the replies the team's, where the status says that the team has spoken. Changes `replies`. */
export function makeLetter(
  topic: { board: string; kind: string; status: string },
  replies: ImportedReply[],
  { people, pen, random }: { people: SeedPeople; pen: Pen; random: Random },
): SeedLetter | null {
  const { status } = topic;
  if (status === "open" || (status === "solved" && !random.chance(solvedByTeamShare))) return null;
  const type = typesFor(topic).find((known) => statusesFor(known, topic).includes(status));
  if (!type) return null;
  const place = random.below(replies.length);
  const author = random.pick(people.staff);
  replies[place] = {
    ...replies[place]!,
    ...{ parent: null, authorId: author.id, isOfficial: true },
    text: writeText(pen, random, { role: "official", paragraphs: 2, markedShare: 0.1 }),
  };
  return { place, type, author };
}
