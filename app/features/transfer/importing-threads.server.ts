import { basename } from "node:path";
import type { Context } from "~/features/members/context";
import { listAreas } from "~/features/site/areas.server";
import { importTopics } from "~/features/topics/importing.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { sealLetters } from "./letters.server";
import { numberTopics } from "./numbering.server";
import { ensurePeople } from "./people.server";
import { preparedTopics, type PreparedTopic } from "./preparing.server";
import { emptyReport, type ImportOptions, type ImportReport } from "./report";
import type { SourceTopic } from "./source-topic";
import type { Source } from "./source";
import { digestOf, readTopics, type Survey, surveyArchives } from "./surveying.server";
import { extendTopic } from "./extending.server";

// What is rendered, held and written at once: bounded in number and in text, because some bodies are logs of 200 kB.
const topicsAtOnce = 25;
const charactersAtOnce = 500_000;

/**
 * Takes over archives of trackers, one JSON object a line. Twice the same archive changes nothing; an archive that has
 * grown adds what is new; a run that was killed goes on where it stopped. Nobody is notified. Throws DamagedArchive
 * for a file that cannot be read to its end, before anything is written.
 */
export async function importThreads(
  ctx: Context,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const report = emptyReport();
  const surveys = await surveyArchives(paths, (label, records) => options.onProgress?.(label, records, null));
  report.skipped = surveys.skipped;
  const sources = await prepareSources(ctx, surveys.bySource, options, report);
  const seen = new Set<string>();
  let done = 0;
  for (const path of paths) {
    for await (const topics of chunks(path, seen)) {
      await importChunk(ctx, topics, sources, { options, report });
      done += topics.length;
      options.onProgress?.(basename(path), done, surveys.records);
    }
  }
  return report;
}

async function prepareSources(
  ctx: Context,
  surveys: ReadonlyMap<string, Survey>,
  { isDryRun }: ImportOptions,
  report: ImportReport,
): Promise<Map<string, Source>> {
  const sources = new Map<string, Source>();
  for (const [source, survey] of surveys) {
    const known = await knownTopics(ctx, source);
    if (isDryRun) {
      report.members += survey.people.size;
      sources.set(source, { survey, known, people: new Map(), numbers: new Map() });
      continue;
    }
    const { people, made } = await ensurePeople(ctx, source, [...survey.people.values()]);
    report.members += made;
    sources.set(source, {
      survey,
      known,
      people,
      numbers: await numberTopics(ctx, source, survey.topics.keys()),
    });
  }
  return sources;
}

async function knownTopics(ctx: Context, source: string): Promise<Source["known"]> {
  const rows = await ctx.rows<{ externalId: string; digest: string; thingId: number }>(
    `SELECT "externalId", digest, "thingId" FROM "ImportedRecord" WHERE source = ? AND thing = 'topic'`,
    [source],
  );
  return new Map(
    rows.map(({ externalId, digest, thingId }) => [
      Number(externalId.slice("topic:".length)),
      { digest, topicId: thingId },
    ]),
  );
}

async function* chunks(path: string, seen: Set<string>): AsyncGenerator<SourceTopic[]> {
  let topics: SourceTopic[] = [];
  let characters = 0;
  for await (const { topic } of readTopics(path)) {
    if (!topic || seen.has(`${topic.source}#${topic.number}`)) continue;
    seen.add(`${topic.source}#${topic.number}`);
    topics.push(topic);
    characters += topic.body.length + topic.replies.reduce((sum, reply) => sum + reply.body.length, 0);
    if (topics.length < topicsAtOnce && characters < charactersAtOnce) continue;
    yield topics;
    topics = [];
    characters = 0;
  }
  if (topics.length > 0) yield topics;
}

async function importChunk(
  ctx: Context,
  topics: readonly SourceTopic[],
  sources: ReadonlyMap<string, Source>,
  { options, report }: { options: ImportOptions; report: ImportReport },
): Promise<void> {
  const fresh: SourceTopic[] = [];
  for (const topic of topics) {
    const source = sources.get(topic.source)!;
    const known = source.known.get(topic.number);
    if (!known) fresh.push(topic);
    else if (known.digest === digestOf(topic)) report.unchanged++;
    else if (options.isDryRun) report.unchanged++;
    else report.replies += await extendTopic(ctx, topic, source, known.topicId);
  }
  if (fresh.length === 0) return;
  if (options.isDryRun) {
    for (const topic of fresh) count(report, topic);
    return;
  }
  const areas = await listAreas(ctx);
  const prepared = await preparedTopics(ctx, fresh, sources, { areas, options });
  report.officialReplies += await write(ctx, prepared);
  for (const topic of fresh) count(report, topic);
}

async function write(ctx: Context, prepared: readonly PreparedTopic[]): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const made = await importTopics(
      tx,
      prepared.map(({ topic }) => topic),
    );
    await tx.db.importedRecord.createMany({
      data: prepared.flatMap(({ from, replyIdsThere }, index) => {
        const { id, replyIds } = made[index]!;
        const row = { source: from.source, createdAt: tx.clock.now() };
        return [
          { ...row, externalId: `topic:${from.number}`, thing: "topic", thingId: id, digest: digestOf(from) },
          ...replyIdsThere.map((externalId, place) => ({
            ...row,
            externalId: `reply:${from.number}:${externalId}`,
            thing: "reply",
            thingId: replyIds[place]!,
          })),
        ];
      }),
    });
    return sealLetters(tx, prepared, made);
  });
}

function count(report: ImportReport, topic: SourceTopic): void {
  report.topics++;
  report.replies += topic.replies.length;
  report.votes += topic.thumbsUp;
}
