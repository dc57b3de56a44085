import type { Context, SystemContext } from "~/features/members/context";
import { listAreas } from "~/features/site/areas.server";
import { prepareTexts } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { ensureAreas } from "./areas.server";
import { addAnnouncements, type Settled } from "./seed-announcements.server";
import { chinesePhrases } from "./seed-chinese";
import { englishPhrases } from "./seed-english";
import { addPeople, seedName } from "./seed-members.server";
import type { Phrases } from "./seed-phrases";
import { planCommunity, type SeedSize } from "./seed-plan";
import { randomFrom } from "./seed-random";
import type { SeedScene } from "./seed-scene";
import { makeTopic, type SeedTopic } from "./seed-topic";
import { freeReferences } from "./seed-references";
import { writeTopics } from "./seed-topics.server";
import { fill, type Pen } from "./seed-writing";

export interface SeedOptions extends SeedSize {
  seed: number;
  onProgress?: (label: string, done: number, total: number) => void;
}

export interface SeedReport {
  topics: number;
  replies: number;
  members: number;
  votes: number;
  affected: number;
  officialReplies: number;
  announcements: number;
  links: number;
}

const blocksTable = 50;
const blocksPerTemplate = 6;
// One transaction: so many topics, and not many more replies than that.
const topicsAtOnce = 300;
const repliesAtOnce = 2_000;

/**
 * Fills a site with a made-up community in both languages, for benches and demos: the same rows for the same seed on
 * an empty site. Refuses a site that was seeded before. Memory does not grow with the community; nobody is notified.
 */
export async function seedCommunity(
  ctx: SystemContext,
  options: SeedOptions,
): Promise<Outcome<{ report: SeedReport }, "seeded-before">> {
  const { seed, onProgress = () => {} } = options;
  const isSeeded = await ctx.db.member.findFirst({ where: { name: seedName(1) }, select: { id: true } });
  if (isSeeded) return refused("seeded-before");
  await ensureAreas(ctx);
  const scene: SeedScene = {
    seed,
    topics: options.topics,
    plan: planCommunity(seed, options),
    pens: [await makePen(ctx, englishPhrases, seed), await makePen(ctx, chinesePhrases, seed)],
    areaIds: (await listAreas(ctx)).map(({ id }) => id),
    people: await addPeople(ctx, {
      ...options,
      onProgress: (count) => onProgress("members", count, options.members),
    }),
  };
  const { settled, ...counts } = await addTopics(ctx, scene, onProgress);
  const linked = await addAnnouncements(ctx, scene, settled);
  return done({ report: { topics: options.topics, members: options.members, ...counts, ...linked } });
}

/** The markup of a language is rendered here and never again. */
async function makePen(ctx: Context, phrases: Phrases, seed: number): Promise<Pen> {
  const random = randomFrom(seed, blocksTable);
  const bodies = phrases.marked.flatMap((template) =>
    Array.from({ length: blocksPerTemplate }, () => fill(template, phrases, random)),
  );
  const blocks = await prepareTexts(
    ctx,
    bodies.map((body) => ({ body })),
  );
  return { phrases, blocks, rendererVersion: ctx.markdown.version };
}

async function addTopics(ctx: Context, scene: SeedScene, onProgress: NonNullable<SeedOptions["onProgress"]>) {
  const taken = await ctx.db.officialReply.findMany({ select: { reference: true } });
  const nextReference = freeReferences(
    scene.seed,
    taken.map(({ reference }) => reference),
  );
  const counts = { replies: 0, votes: 0, affected: 0, officialReplies: 0 };
  const settled: Settled[] = [];
  let count = 0;
  for (const batch of batches(scene)) {
    // Given out before: a transaction may run several times.
    const given = batch.map(({ letter }) => (letter ? nextReference() : ""));
    const made = await inTransaction(ctx, (tx) => writeTopics(tx, batch, given));
    for (const [index, { topic, letter, votes, affected }] of batch.entries()) {
      counts.replies += topic.replies.length;
      counts.votes += votes.length;
      counts.affected += affected.length;
      if (letter) counts.officialReplies++;
      if (topic.status === "shipped" || topic.status === "solved")
        settled.push({ topicId: made[index]!.id, at: topic.statusChangedAt.getTime() });
    }
    count += batch.length;
    onProgress("topics", count, scene.topics);
  }
  return { ...counts, settled };
}

function* batches(scene: SeedScene): Generator<SeedTopic[]> {
  let batch: SeedTopic[] = [];
  let replies = 0;
  for (let place = 0; place < scene.topics; place++) {
    const made = makeTopic(scene, place);
    batch.push(made);
    replies += made.topic.replies.length;
    if (batch.length < topicsAtOnce && replies < repliesAtOnce) continue;
    yield batch;
    batch = [];
    replies = 0;
  }
  if (batch.length > 0) yield batch;
}
