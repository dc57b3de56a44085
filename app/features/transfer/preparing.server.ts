import type { Context } from "~/features/members/context";
import type { Area } from "~/features/site/area";
import { hotScore } from "~/features/suggestions/hot-score";
import type { ImportedTopic } from "~/features/topics/importing.server";
import { prepareTexts, type PreparedText, type TextDraft } from "~/features/topics/text.server";
import type { NewTimelineEntry } from "~/features/topics/timeline.server";
import { referencesIn } from "~/platform/markdown/names-in-text";
import { classify } from "./classifying";
import { isBot } from "./handles";
import type { Source } from "./source";
import { decisiveReply, outcomeOf } from "./outcome-of";
import { memberOf } from "./people.server";
import { inTreeOrder } from "./reply-order";
import type { ImportOptions } from "./report";
import type { SourceTopic } from "./source-topic";

export interface PreparedTopic {
  from: SourceTopic;
  topic: ImportedTopic;
  /** Names of its replies in the archive, in the order of `topic.replies`. */
  replyIdsThere: string[];
  /** Place of the reply that is the team's answer, in that order. */
  letter: number | null;
}

/** Topics of an archive as our own: texts cleaned and rendered, people and numbers ours, outcome and timeline told. */
export async function preparedTopics(
  ctx: Context,
  topics: readonly SourceTopic[],
  sources: ReadonlyMap<string, Source>,
  { areas, options }: { areas: readonly Area[]; options: ImportOptions },
): Promise<PreparedTopic[]> {
  const ordered = topics.map((topic) => ({ topic, replies: inTreeOrder(topic.replies) }));
  const drafts: TextDraft[] = ordered.flatMap(({ topic, replies }) => {
    const source = sources.get(topic.source)!;
    return [
      { ...draftOf(topic.body, topic.source, source), title: topic.title },
      ...replies.map(({ reply }) => draftOf(reply.body, topic.source, source)),
    ];
  });
  const texts = await prepareTexts(ctx, drafts);
  let next = 0;
  return ordered.map(({ topic, replies }) => {
    const own = texts.slice(next, (next += 1 + replies.length));
    return prepare(topic, replies, own, { source: sources.get(topic.source)!, areas, options });
  });
}

/** A body with the references that mean a topic of the same tracker: "#12" and "name#12". */
export function draftOf(body: string, tracker: string, { numbers }: Pick<Source, "numbers">): TextDraft {
  const short = tracker.split("/")[1] ?? tracker;
  const references: Record<string, string> = {};
  for (const written of referencesIn(body)) {
    const [, name, digits] = /^([\w.-]*)#(\d+)$/.exec(written) ?? [];
    const number = name === "" || name === short ? numbers.get(Number(digits)) : undefined;
    if (number !== undefined) references[written] = `/t/${number}`;
  }
  return { body, references, isImported: true };
}

function prepare(
  from: SourceTopic,
  replies: ReturnType<typeof inTreeOrder>,
  [text, ...replyTexts]: readonly PreparedText[],
  { source, areas, options }: { source: Source; areas: readonly Area[]; options: ImportOptions },
): PreparedTopic {
  const { board, kind, areaSlug, tagNames } = classify(from, options.areaByLabel);
  const area = areas.find(({ slug }) => slug === areaSlug) ?? areas[0]!;
  const status = outcomeOf(from, board);
  const isTeam = (login: string) => source.survey.staff.has(login) && !isBot(login);
  const decisive = decisiveReply(from, isTeam);
  const letter =
    decisive === null ? null : replies.findIndex(({ reply }) => reply === from.replies[decisive]);
  const initial = "open";
  const closedAt = from.closedAt;
  return {
    from,
    letter,
    replyIdsThere: replies.map(({ reply }) => reply.externalId),
    topic: {
      number: source.numbers.get(from.number)!,
      ...{ board, kind, tagNames, status },
      areaId: area.id,
      authorId: memberOf(source.people, from.author.login).id,
      text: text as PreparedText & { title: string },
      createdAt: from.createdAt,
      lastActivityAt: latest([
        from.createdAt,
        ...(closedAt ? [closedAt] : []),
        ...from.replies.map((reply) => reply.createdAt),
      ]),
      statusChangedAt: status === initial ? from.createdAt : (closedAt ?? from.createdAt),
      closedReason: null,
      declinedReason: status === "declined" ? "not-planned" : null,
      solvedAt: status === "solved" ? closedAt : null,
      lockedAt: from.lockedAt,
      // A thumb on a problem says "I have this too", anywhere else that somebody wants it.
      importedVotes: kind === "problem" ? 0 : from.thumbsUp,
      importedAffected: kind === "problem" ? from.thumbsUp : 0,
      hotScore: board === "suggestion" ? hotScore(from.createdAt, [], from.thumbsUp) : 0,
      timeline: timelineOf(from, status, source),
      replies: replies.map(({ reply, parent }, place) => ({
        parent,
        authorId: memberOf(source.people, reply.author.login).id,
        text: replyTexts[place]!,
        createdAt: reply.createdAt,
        editedAt: reply.editedAt,
        helpfulCount: reply.thumbsUp,
        isOfficial: place === letter,
      })),
    },
  };
}

function timelineOf(
  from: SourceTopic,
  status: string,
  { people }: Source,
): Omit<NewTimelineEntry, "topicId">[] {
  const opened = {
    type: "opened" as const,
    data: {},
    actorId: memberOf(people, from.author.login).id,
    createdAt: from.createdAt,
  };
  const lock = from.lockedAt
    ? [{ type: "locked" as const, data: {}, actorId: null, createdAt: from.lockedAt }]
    : [];
  if (status === "open") return [opened, ...lock];
  const settled = {
    type: "status" as const,
    data: { from: "open", to: status },
    actorId: from.closedBy ? memberOf(people, from.closedBy.login).id : null,
    createdAt: from.closedAt ?? from.createdAt,
  };
  return [opened, settled, ...lock];
}

function latest(times: readonly Date[]): Date {
  return new Date(times.reduce((last, time) => Math.max(last, time.getTime()), 0));
}
