import { describe, expect, test } from "vitest";
import { installSample } from "~/features/admin/sample/installing.server";
import { removeSample } from "~/features/admin/sample/removing.server";
import { listTeam } from "~/features/members/reading.server";
import { areaPresets } from "~/features/site/area-presets";
import { insertAreas } from "~/features/site/areas.server";
import { readSite } from "~/features/site/settings.server";
import { castVote } from "~/features/suggestions/voting.server";
import { postReply } from "~/features/topics/replying.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform, type TestPlatform } from "../../setup/platform";

async function siteWithAreas(preset: "wallet" | "general" = "wallet") {
  const platform = await testPlatform();
  await inTransaction(guest(platform), (tx) => insertAreas(tx, areaPresets[preset]));
  return { platform, admin: contextFor(platform, await aMember(platform, { role: "admin" })) };
}

async function rowsLeft({ db }: TestPlatform) {
  return {
    topics: await db.topic.count(),
    replies: await db.reply.count(),
    votes: await db.vote.count(),
    affected: await db.affected.count(),
    timeline: await db.timelineEntry.count(),
    official: await db.officialReply.count(),
    announcements: await db.announcement.count(),
    links: await db.announcementTopic.count(),
  };
}

describe("the sample community", () => {
  test("says of everything in it that it is a sample, and tells nobody", async () => {
    const { platform, admin } = await siteWithAreas();
    expect(await installSample(admin)).toEqual({ ok: true });
    const topics = await platform.db.topic.findMany({ include: { author: true } });
    expect(topics.length + (await platform.db.announcement.count())).toBe(12);
    for (const { title, author, origin } of topics) {
      expect(title).toMatch(/^(Sample: |示例：)/);
      expect(author.displayName).toMatch(/sample|示例/i);
      expect(author.passwordHash).toBeNull();
      expect(origin).toBe("sample");
    }
    expect(topics.filter(({ language }) => language === "zh").length).toBe(5);
    const events = await platform.db.outbox.findMany();
    const loud = events.filter(({ payload }) => !(payload as { quiet?: boolean }).quiet);
    expect(loud.map(({ type }) => type)).toEqual([]);
    expect(await platform.db.follow.count()).toBe(0);
  });

  test("counts right, answers officially and points both ways", async () => {
    const { platform, admin } = await siteWithAreas("general");
    await installSample(admin);
    const { db } = platform;
    for (const topic of await db.topic.findMany()) {
      expect(topic.replyCount).toBe(await db.reply.count({ where: { topicId: topic.id } }));
      expect(topic.voteCount).toBe(await db.vote.count({ where: { topicId: topic.id } }));
      expect(topic.affectedCount).toBe(await db.affected.count({ where: { topicId: topic.id } }));
      expect(topic.officialCount).toBe(
        await db.reply.count({ where: { topicId: topic.id, isOfficial: true } }),
      );
    }
    const announcement = await db.announcement.findFirstOrThrow({ include: { topics: true } });
    expect(announcement.topicCount).toBe(2);
    expect(announcement.topics).toHaveLength(2);
    expect((await db.topic.findMany({ where: { status: "shipped" } })).length).toBe(1);
    expect((await db.topic.findMany({ where: { solutionId: { not: null }, status: "solved" } })).length).toBe(
      2,
    );
  });

  test("stands once, however often it is asked for at once", async () => {
    const { platform, admin } = await siteWithAreas();
    const outcomes = await Promise.all([installSample(admin), installSample(admin), installSample(admin)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await installSample(admin)).toEqual(refused("sample-stands"));
    expect(await platform.db.topic.count()).toBe(11);
  });

  test("needs an area, and an admin", async () => {
    const platform = await testPlatform();
    const admin = contextFor(platform, await aMember(platform, { role: "admin" }));
    expect(await installSample(admin)).toEqual(refused("no-areas"));
    const staff = contextFor(platform, await aMember(platform, { role: "staff" }));
    await expect(installSample(staff)).rejects.toThrow("sample.install");
    await expect(removeSample(staff, { evenReplies: true })).rejects.toThrow("sample.remove");
  });

  test("goes with everything that is its own and nothing else", async () => {
    const { platform, admin } = await siteWithAreas();
    const before = await rowsLeft(platform);
    const members = await platform.db.member.count();
    await installSample(admin);
    expect((await readSite(platform)).hasSample).toBe(true);
    expect((await listTeam(platform)).some(({ origin }) => origin === "sample")).toBe(true);
    expect(await removeSample(admin, { evenReplies: false })).toEqual({ ok: true });
    expect(await rowsLeft(platform)).toEqual(before);
    expect(await platform.db.member.count()).toBe(members);
    expect((await readSite(platform)).hasSample).toBe(false);
    expect(await installSample(admin)).toEqual({ ok: true });
  });

  test("asks before it takes replies of real members with it, and counts them out", async () => {
    const { platform, admin } = await siteWithAreas();
    await installSample(admin);
    const mei = contextFor(platform, await aMember(platform));
    const { number } = await platform.db.topic.findFirstOrThrow({ where: { board: "discussion" } });
    await postReply(mei, { number, body: "Is this real?", attachmentIds: [], submission: "" });
    const open = await platform.db.topic.findFirstOrThrow({ where: { board: "suggestion", status: "open" } });
    await castVote(mei, { number: open.number });
    expect(await removeSample(admin, { evenReplies: false })).toEqual({
      ok: false,
      reason: "has-replies",
      replies: 1,
    });
    expect(await platform.db.topic.count()).toBe(11);
    expect(await removeSample(admin, { evenReplies: true })).toEqual({ ok: true });
    expect(await platform.db.member.findUniqueOrThrow({ where: { id: mei.actor.id } })).toMatchObject({
      replyCount: 0,
    });
    expect(await platform.db.vote.count()).toBe(0);
  });

  test("leaves the index as it leaves the site", async () => {
    const { platform, admin } = await siteWithAreas();
    await installSample(admin);
    const topics = (await platform.db.topic.findMany()).map(({ id }) => id);
    await platform.db.outbox.deleteMany();
    await removeSample(admin, { evenReplies: false });
    const events = await platform.db.outbox.findMany();
    const told = events
      .filter(({ type }) => type === "topic.deleted")
      .map(({ payload }) => (payload as { topicId: number }).topicId);
    expect(told.sort()).toEqual(topics.sort());
    expect(events.some(({ type }) => type === "announcement.withdrawn")).toBe(true);
    expect(events.filter(({ type }) => type === "reply.deleted").length).toBeGreaterThan(20);
  });
});
