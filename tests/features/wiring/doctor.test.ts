import { randomUUID } from "node:crypto";
import Sqlite from "better-sqlite3";
import { afterEach, beforeAll, expect, test } from "vitest";
import { sqlitePath } from "~/platform/db/sqlite.server";
import { days, hours, minutes } from "~/platform/clock/clock";
import { drainOutbox } from "~/wiring/draining.server";
import { examine } from "~/wiring/examination.server";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aSuggestion } from "../../factories/suggestions";
import { aDiscussion, aReply, type TopicMade } from "../../factories/topics";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock, search } = platform;
let problem: TopicMade;
let wish: { id: number; number: number };
let reply: { id: number };
let announcement: { id: number };

beforeAll(async () => {
  problem = await aDiscussion(platform);
  wish = await aSuggestion(platform, { voters: [await aMember(platform), await aMember(platform)] });
  reply = await aReply(platform, problem);
  await anOfficialReply(platform, problem);
  announcement = await anAnnouncement(platform, { topics: [problem.number] });
  await drainOutbox(platform, () => {});
});

afterEach(async () => {
  expect(await wrongs(), "a test leaves the site whole").toEqual({});
});

test("a whole site has nothing wrong", async () => {
  expect(await wrongs()).toEqual({});
});

test.each([
  ["votes of suggestions", () => db.topic.update({ where: { id: wish.id }, data: { voteCount: 40 } })],
  [
    "people affected by problems",
    () => db.topic.update({ where: { id: problem.id }, data: { affectedCount: -1 } }),
  ],
  ["replies of topics", () => db.topic.update({ where: { id: problem.id }, data: { replyCount: 0 } })],
  [
    "official replies of topics",
    () => db.topic.update({ where: { id: problem.id }, data: { officialCount: 9 } }),
  ],
  [
    "links of announcements",
    () => db.announcement.update({ where: { id: announcement.id }, data: { topicCount: 7 } }),
  ],
  ["posts the search index has wrong", () => forget(`t${problem.id}`)],
  ["posts the search index has wrong", () => forget(`r${reply.id}`)],
  ["posts the search index has wrong", () => forget(`a${announcement.id}`)],
  [
    "posts the search index has wrong",
    () =>
      db.reply.update({ where: { id: reply.id }, data: { editedAt: new Date(clock.now().getTime() + 1) } }),
  ],
])("a wrong count or a gap in %s is found and mended", async (check, damage) => {
  await damage();
  clock.advance(1_000);
  expect(await wrongs()).toEqual({ [check]: 1 });
  expect(await mended()).toEqual({ [check]: 1 });
});

test("what nobody may find any more is taken out of the index", async () => {
  await db.reply.update({ where: { id: reply.id }, data: { heldAt: clock.now() } });
  const wrong = {
    "posts the search index has wrong": 1,
    "replies of topics": 1,
    "posts the moderation queue has wrong": 1,
  };
  expect(await wrongs()).toEqual(wrong);
  expect(await mended()).toEqual(wrong);
  expect((await search.listIds()).map(({ id }) => id)).not.toContain(`r${reply.id}`);
});

test("what the index has not heard of yet is late, not wrong", async () => {
  const fresh = await aDiscussion(platform);
  await aReply(platform, fresh);
  expect(await wrongs()).toEqual({});
  await drainOutbox(platform, () => {});
});

test("a delivery that gave up is given another chance", async () => {
  const gone = { type: "reply.posted", listener: "search-index", payload: {}, createdAt: clock.now() };
  const { id } = await db.outbox.create({
    data: { ...gone, runAt: clock.now(), attempts: 20, failedAt: clock.now(), lastError: "down" },
  });
  expect(await mended()).toEqual({ "events that reached nobody": 1 });
  expect(await db.outbox.findUnique({ where: { id } })).toMatchObject({ attempts: 0, failedAt: null });
  await drainOutbox(platform, () => {});
});

test("events that wait for a quarter of an hour are told: no worker runs", async () => {
  const late = new Date(clock.now().getTime() - minutes(16));
  await db.outbox.create({ data: { type: "member.joined", payload: {}, createdAt: late, runAt: late } });
  expect(await mended()).toEqual({});
  expect(await wrongs()).toEqual({ "events that reached nobody": 1 });
  await drainOutbox(platform, () => {});
});

test("a file that is gone is told", async () => {
  const { ownerId, ...file } = await attachment();
  await db.attachment.create({ data: { ...file, ownerId } });
  expect(await mended()).toEqual({});
  expect(await wrongs()).toEqual({ "attachments without their file": 2 });
  await db.attachment.delete({ where: { id: file.id } });
});

test("a stored file that no attachment knows is found once it is a day old, and deleted", async () => {
  const key = `uploads/00/${"0".repeat(32)}.video`;
  await platform.files.put(key, Buffer.from("left behind"));
  clock.advance(hours(23));
  expect(await wrongs()).not.toHaveProperty("stored files without their attachment");
  clock.advance(hours(2));
  expect(await mended()).toMatchObject({ "stored files without their attachment": 1 });
  expect(await platform.files.stat(key)).toBeNull();
});

test("a file shown in public that hangs on nothing is told", async () => {
  const file = await attachment();
  await db.attachment.create({ data: { ...file, audience: "public", attachedAt: clock.now() } });
  expect(await wrongs()).toMatchObject({ "files shown in public that hang on nothing": 1 });
  await db.attachment.delete({ where: { id: file.id } });
});

test("a solution, a parent and a mark that point elsewhere are told", async () => {
  await db.topic.update({ where: { id: problem.id }, data: { solutionId: 999_999 } });
  const elsewhere = await aReply(platform, { id: wish.id });
  await db.reply.update({ where: { id: elsewhere.id }, data: { parentId: reply.id } });
  await db.reply.update({ where: { id: elsewhere.id }, data: { isOfficial: true } });
  await db.topic.update({ where: { id: wish.id }, data: { officialCount: 1 } });
  const told = {
    "solutions that are no reply of their topic": 1,
    "replies whose parent is in another topic": 1,
    "official replies without their mark": 1,
  };
  expect(await wrongs()).toEqual(told);
  expect(await mended()).toEqual({});
  await db.topic.update({ where: { id: problem.id }, data: { solutionId: null } });
  await db.topic.update({ where: { id: wish.id }, data: { officialCount: 0 } });
  await db.reply.update({ where: { id: elsewhere.id }, data: { parentId: null, isOfficial: false } });
  await drainOutbox(platform, () => {});
});

test("replies that outlived their topic are told", async () => {
  const doomed = await aDiscussion(platform);
  await aReply(platform, doomed);
  await drainOutbox(platform, () => {});
  await deleteWithoutCascade(doomed.id);
  expect(await wrongs()).toMatchObject({ "replies without their topic": 1 });
  await db.reply.deleteMany({ where: { topicId: doomed.id } });
  await mended();
});

/** Counts of what is wrong, by check. */
async function wrongs(): Promise<Record<string, number>> {
  const findings = await examine(platform, { isFixing: false, onCheck: () => {} });
  return Object.fromEntries(
    findings.filter(({ count }) => count > 0).map(({ check, count }) => [check, count]),
  );
}

/** Counts of what was mended, by check. */
async function mended(): Promise<Record<string, number>> {
  const findings = await examine(platform, { isFixing: true, onCheck: () => {} });
  return Object.fromEntries(
    findings.filter(({ fixed }) => fixed > 0).map(({ check, fixed }) => [check, fixed]),
  );
}

async function forget(id: string) {
  await search.settled(await search.apply({ upsert: [], remove: [id], batchId: randomUUID() }), {
    timeoutMs: 5_000,
  });
}

async function attachment() {
  const { id: ownerId } = await aMember(platform);
  return {
    ...{ id: randomUUID(), ownerId, fileName: "screen.png", mediaType: "image/webp", sha256: "" },
    ...{ width: 1, height: 1, thumbWidth: 1, thumbHeight: 1, bytes: 1 },
    createdAt: new Date(clock.now().getTime() - days(1)),
  };
}

async function deleteWithoutCascade(topicId: number) {
  if (platform.databaseKind === "sqlite") {
    const careless = new Sqlite(sqlitePath(platform.config.databaseUrl));
    careless.pragma("foreign_keys = OFF");
    careless.prepare(`DELETE FROM "Topic" WHERE id = ?`).run(topicId);
    careless.close();
    return;
  }
  await db.$transaction([
    db.$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
    db.$executeRawUnsafe(`DELETE FROM "Topic" WHERE id = ${topicId}`),
  ]);
}
