import { importAnnouncement } from "~/features/changelog/importing.server";
import { claimFreeNames } from "~/features/members/claiming.server";
import type { MemberContext, Tx } from "~/features/members/context";
import { foldName } from "~/features/members/naming";
import { isAdmin } from "~/features/members/role";
import { insertOfficialReply } from "~/features/official/inserting.server";
import { listAreas } from "~/features/site/areas.server";
import { forgetSite, lockSite, readSite, writeSite } from "~/features/site/settings.server";
import { recountVotes } from "~/features/suggestions/counting.server";
import { openTopic } from "~/features/topics/opening.server";
import { insertReply } from "~/features/topics/replying.server";
import { changeStatus } from "~/features/topics/status.server";
import { type PreparedText, prepareTexts } from "~/features/topics/text.server";
import { days, hours } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { sampleAnnouncement } from "./announcement";
import { sampleMembers, type SampleTopic, team } from "./community";
import { sampleDiscussions } from "./discussions";
import { sampleSuggestions } from "./suggestions";

const sampleTopics = [...sampleDiscussions, ...sampleSuggestions];
const origin = "sample" as const;

interface Author {
  id: number;
  displayName: string;
  title: string;
}

/**
 * Puts a made-up community on the site: every title says that it is a sample and every author is called one. All at
 * once or not at all, and nobody is told. Admins only.
 */
export async function installSample(
  ctx: MemberContext,
): Promise<Outcome<Record<never, never>, "sample-stands" | "no-areas">> {
  if (!isAdmin(ctx.actor)) throw new Forbidden("sample.install");
  const areas = await listAreas(ctx);
  if (areas.length === 0) return refused("no-areas");
  if ((await readSite(ctx)).hasSample) return refused("sample-stands");

  const idOfArea = (slugs: readonly string[]) =>
    (areas.find(({ slug }) => slugs.includes(slug)) ?? areas[0]!).id;
  const texts = await prepareTexts(ctx, sampleTopics);
  const replies = await prepareTexts(
    ctx,
    sampleTopics.flatMap((topic) => [...topic.replies]),
  );
  const [announcement] = await prepareTexts(ctx, [sampleAnnouncement]);

  const outcome = await inTransaction(ctx, async (tx) => {
    await lockSite(tx);
    if ((await tx.db.member.count({ where: { origin } })) > 0) return refused("sample-stands");
    const authors = await addMembers(tx);
    const announcementId = await announce(tx, announcement!, authors[team]!);
    let used = 0;
    for (const [index, topic] of sampleTopics.entries()) {
      const answers = replies.slice(used, (used += topic.replies.length));
      await addTopic(tx, {
        topic,
        text: texts[index]!,
        answers,
        areaId: idOfArea(topic.areas),
        authors,
        announcementId,
      });
    }
    await writeSite(tx, { hasSample: true });
    return done({});
  });
  forgetSite(ctx);
  return outcome;
}

async function addMembers(tx: Tx): Promise<Author[]> {
  const authors: Author[] = [];
  for (const { name, displayName, ...rest } of sampleMembers) {
    const role = "isStaff" in rest ? "staff" : "member";
    const { id, title } = await tx.db.member.create({
      data: { name, nameFolded: foldName(name), displayName, role, origin, createdAt: daysBefore(tx, 60) },
    });
    authors.push({ id, displayName, title });
    await claimFreeNames(tx, [{ memberId: id, name }]);
  }
  return authors;
}

async function announce(tx: Tx, text: PreparedText & { title: string }, author: Author): Promise<number> {
  const { release, daysAgo } = sampleAnnouncement;
  const publishedAt = daysBefore(tx, daysAgo);
  const made = await importAnnouncement(tx, {
    ...{ text, release, publishedAt, origin },
    labels: ["new", "fixed"],
    authorId: author.id,
    topicIds: [],
  });
  return made.id;
}

interface SampleWriting {
  topic: SampleTopic;
  text: PreparedText & { title: string };
  answers: readonly PreparedText[];
  areaId: number;
  authors: readonly Author[];
  announcementId: number;
}

async function addTopic(tx: Tx, writing: SampleWriting): Promise<void> {
  const { topic, text, areaId, authors } = writing;
  const { kind } = topic;
  const createdAt = daysBefore(tx, topic.daysAgo);
  const board = kind === "suggestion" ? "suggestion" : "discussion";
  const author = authors[topic.author];
  const { id } = await openTopic(tx, {
    board,
    kind,
    areaId,
    status: "open",
    text,
    createdAt,
    author,
    origin,
  });
  await addSupport(tx, { topicId: id, createdAt, writing });
  await addReplies(tx, { topicId: id, createdAt, writing });
}

/** Votes of a suggestion, "I have this too" of a problem: of the first so many sample members. */
async function addSupport(
  tx: Tx,
  { topicId, createdAt, writing }: { topicId: number; createdAt: Date; writing: SampleWriting },
): Promise<void> {
  const { topic, authors } = writing;
  const supporters = authors.slice(0, topic.supporters ?? 0);
  const rows = supporters.map(({ id }) => ({ topicId, memberId: id, createdAt }));
  if (topic.kind === "suggestion") {
    await tx.db.vote.createMany({ data: rows });
    await recountVotes(tx, { id: topicId, createdAt });
  } else if (rows.length > 0) {
    await tx.db.affected.createMany({ data: rows });
    await tx.db.topic.update({ where: { id: topicId }, data: { affectedCount: rows.length } });
  }
}

async function addReplies(
  tx: Tx,
  { topicId, createdAt, writing }: { topicId: number; createdAt: Date; writing: SampleWriting },
): Promise<void> {
  const { topic, answers, authors, announcementId } = writing;
  const made: number[] = [];
  for (const [index, { author, to, official, isSolution, ...reply }] of topic.replies.entries()) {
    const at = new Date(createdAt.getTime() + hours(reply.hours));
    const common = {
      ...{ topicId, createdAt: at, origin, text: answers[index]! },
      author: authors[author]!,
      parentId: to === undefined ? null : made[to]!,
    };
    const { id } = official
      ? await insertOfficialReply(tx, {
          ...common,
          ...official,
          announcementIds: official.isAnnounced ? [announcementId] : [],
        })
      : await insertReply(tx, common);
    made.push(id);
    if (isSolution) await accept(tx, { topicId, replyId: id, memberId: authors[topic.author]!.id, at });
  }
}

async function accept(
  tx: Tx,
  { topicId, replyId, memberId, at }: { topicId: number; replyId: number; memberId: number; at: Date },
): Promise<void> {
  await changeStatus(tx, { topicId, to: "solved", actorId: memberId, replyId, createdAt: at, isQuiet: true });
  await tx.db.topic.update({
    where: { id: topicId },
    data: { solutionId: replyId, solvedAt: at, solvedById: memberId },
  });
}

function daysBefore({ clock }: Pick<Tx, "clock">, count: number): Date {
  return new Date(clock.now().getTime() - days(count));
}
