import { beforeAll, expect, test } from "vitest";
import { systemContext } from "~/features/members/context";
import { prepareTexts } from "~/features/topics/text.server";
import { seedCommunity } from "~/features/transfer/seeding.server";
import { examine } from "~/wiring/examination.server";
import { drainOutbox } from "~/wiring/draining.server";
import { testPlatform, type TestPlatform } from "../../setup/platform";

const size = { topics: 60, replies: 300, members: 25, votes: 140 };
const [one, same, other] = [await testPlatform(), await testPlatform(), await testPlatform()];
const { db } = one;

function seed(platform: TestPlatform, number: number) {
  return seedCommunity(systemContext(platform), { ...size, seed: number });
}

beforeAll(async () => {
  const outcome = await seed(one, 7);
  expect(outcome).toMatchObject({ ok: true, report: { topics: 60, replies: 300, members: 25, votes: 140 } });
});

test("a seed makes as much as asked for, in both languages and on both boards", async () => {
  expect(await db.topic.count()).toBe(60);
  expect(await db.reply.count()).toBe(300);
  expect(await db.vote.count()).toBe(140);
  expect(await db.member.count({ where: { role: "member" } })).toBe(25);
  for (const where of [
    { language: "en" },
    { language: "zh" },
    { board: "discussion" },
    { board: "suggestion" },
  ]) {
    expect(await db.topic.count({ where })).toBeGreaterThan(5);
  }
  expect(await db.officialReply.count()).toBeGreaterThan(5);
  expect(await db.announcementTopic.count()).toBeGreaterThan(3);
});

test("the people of a seed say that they were made up, and nobody can sign in as them", async () => {
  const people = await db.member.findMany();
  for (const { displayName, origin, email, passwordHash } of people) {
    expect(displayName).toMatch(/^(Seed (member|staff) |示例成员|示例员工)\d+$/);
    expect([origin, email, passwordHash]).toEqual(["import", null, null]);
  }
});

test("doctor finds nothing wrong with a seeded site", async () => {
  await drainOutbox(one, () => {});
  const findings = await examine(one, { isFixing: false, onCheck: () => {} });
  expect(findings.filter((finding) => finding.count > 0)).toEqual([]);
});

test("the same seed makes the same rows, another seed makes others", async () => {
  await seed(same, 7);
  await seed(other, 8);
  const [first, second, third] = [await rowsOf(one), await rowsOf(same), await rowsOf(other)];
  expect(second).toEqual(first);
  expect(third.topic).not.toEqual(first.topic);
});

test("texts of a seed are stored as the renderer would make them", async () => {
  const topics = await db.topic.findMany({ take: 60 });
  const replies = await db.reply.findMany({ take: 120 });
  const announcements = await db.announcement.findMany({ take: 10 });
  const stored = [...topics, ...replies, ...announcements];
  const rendered = await prepareTexts(
    systemContext(one),
    stored.map(({ body }) => ({ body })),
  );
  expect(stored.map(({ bodyHtml }) => bodyHtml)).toEqual(rendered.map(({ bodyHtml }) => bodyHtml));
  expect(stored.some(({ bodyHtml }) => bodyHtml.includes("<table>"))).toBe(true);
});

test("replies come after what they answer, solutions and letters belong to their topics", async () => {
  const replies = await db.reply.findMany({ include: { parent: true, official: true, topic: true } });
  for (const { createdAt, parent, topic, official, isOfficial } of replies) {
    expect(createdAt.getTime()).toBeGreaterThanOrEqual((parent ?? topic).createdAt.getTime());
    expect(Boolean(official)).toBe(isOfficial);
  }
  const solved = await db.topic.findMany({ where: { status: "solved" } });
  expect(solved.length).toBeGreaterThan(2);
  for (const { solutionId, solvedById, authorId, solvedAt } of solved) {
    expect([solutionId, solvedById, solvedAt]).toEqual([expect.any(Number), authorId, expect.any(Date)]);
  }
});

test("a site is seeded once", async () => {
  expect(await seed(one, 9)).toEqual({ ok: false, reason: "seeded-before" });
});

async function rowsOf({ db: from }: TestPlatform) {
  const byId = { orderBy: { id: "asc" } } as const;
  return {
    member: await from.member.findMany(byId),
    topic: await from.topic.findMany(byId),
    reply: await from.reply.findMany(byId),
    letter: await from.officialReply.findMany({ orderBy: { replyId: "asc" } }),
    vote: await from.vote.findMany({ orderBy: [{ topicId: "asc" }, { memberId: "asc" }] }),
    affected: await from.affected.findMany({ orderBy: [{ topicId: "asc" }, { memberId: "asc" }] }),
    timeline: await from.timelineEntry.findMany(byId),
    announcement: await from.announcement.findMany(byId),
    link: await from.announcementTopic.findMany({ orderBy: [{ announcementId: "asc" }, { topicId: "asc" }] }),
    tag: await from.topicTag.findMany({ orderBy: [{ topicId: "asc" }, { tagId: "asc" }] }),
  };
}
