import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { MemberContext } from "~/features/members/context";
import { postOfficialReply } from "~/features/official/posting.server";
import { readReference } from "~/features/official/reference";
import { Forbidden } from "~/platform/errors";
import { refused } from "~/platform/outcome";
import { mergeSuggestion } from "~/features/suggestions/merging.server";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mara = await aMember(platform, {
  role: "staff",
  displayName: "Mara Lindqvist",
  title: "Support engineering lead",
});
const staff = contextFor(platform, mara);

type Input = Parameters<typeof postOfficialReply>[1];

function post(ctx: MemberContext, number: number, traits: Partial<Input> = {}) {
  return postOfficialReply(ctx, {
    number,
    body: "Yes, it is safe to wait.",
    type: "answer",
    announcementIds: [],
    attachmentIds: [],
    submission: randomUUID(),
    ...traits,
  });
}

/** Everything an official act may write, counted. */
async function standing() {
  return Promise.all([
    db.reply.count(),
    db.officialReply.count(),
    db.officialReplyAnnouncement.count(),
    db.announcementTopic.count(),
    db.timelineEntry.count(),
    db.outbox.count(),
    db.submission.count(),
  ]);
}

describe("an official reply", () => {
  test("is one act: reply, seal, status, announcement, counters, one event", async () => {
    const topic = await aDiscussion(platform);
    const announcement = await anAnnouncement(platform);
    const posted = await post(staff, topic.number, {
      type: "fixed-in",
      status: "solved",
      announcementIds: [announcement.id],
    });
    const replyId = posted.ok ? Number(posted.location.split("/").at(-1)) : 0;
    expect(posted).toEqual({ ok: true, location: `/t/${topic.number}/replies/${replyId}` });

    const letter = await db.officialReply.findUniqueOrThrow({
      where: { replyId },
      include: { announcements: true },
    });
    expect(letter).toMatchObject({
      topicId: topic.id,
      type: "fixed-in",
      statusSet: "solved",
      authorName: "Mara Lindqvist",
      authorTitle: "Support engineering lead",
      postedAt: clock.now(),
      // printf 'Yes, it is safe to wait.' | sha256sum
      textHash: "237a41eb96965695fdceed62e1a81bb03ea8b68935e46d41d82aebf9f765e333",
      announcements: [{ announcementId: announcement.id }],
    });
    expect(readReference(letter.reference)).toBe(letter.reference);
    expect(await db.reply.findUniqueOrThrow({ where: { id: replyId } })).toMatchObject({
      isOfficial: true,
      authorId: mara.id,
    });
    expect(await db.topic.findUniqueOrThrow({ where: { id: topic.id } })).toMatchObject({
      status: "solved",
      solvedById: mara.id,
      officialCount: 1,
      firstOfficialAt: clock.now(),
      lastOfficialId: replyId,
      replyCount: 1,
    });
    expect(await db.announcement.findUniqueOrThrow({ where: { id: announcement.id } })).toMatchObject({
      topicCount: 1,
    });
    const entries = await db.timelineEntry.findMany({ where: { topicId: topic.id }, orderBy: { id: "asc" } });
    expect(entries.map((entry) => entry.type)).toEqual(["opened", "status", "announced"]);
    expect(entries[1]!.data).toMatchObject({ from: "open", to: "solved", replyId });
    const told = await db.outbox.findMany({ where: { type: "official.posted" } });
    expect(told.map((event) => event.payload)).toContainEqual({
      topicId: topic.id,
      replyId,
      status: "solved",
      announcementIds: [announcement.id],
      quiet: false,
    });
  });

  test("that leaves the status says so in the timeline by itself", async () => {
    const topic = await aDiscussion(platform);
    const { id } = await anOfficialReply(platform, topic, { type: "needs-information" });
    const entry = await db.timelineEntry.findFirstOrThrow({ where: { topicId: topic.id, type: "official" } });
    expect(entry.data).toEqual({ replyId: id, type: "needs-information" });
  });

  test("counts up, and the first of them stays the first", async () => {
    const topic = await aDiscussion(platform);
    await anOfficialReply(platform, topic);
    const first = clock.now();
    clock.advance(3_600_000);
    const { id } = await anOfficialReply(platform, topic, { type: "workaround", status: "known-issue" });
    expect(await db.topic.findUniqueOrThrow({ where: { id: topic.id } })).toMatchObject({
      officialCount: 2,
      firstOfficialAt: first,
      lastOfficialId: id,
      status: "known-issue",
    });
  });

  test("keeps the name and title it was sent with", async () => {
    const lin = await aMember(platform, { role: "admin", displayName: "Lin Yue", title: "Wallet team" });
    const { id } = await anOfficialReply(platform, await aDiscussion(platform), { author: lin });
    await db.member.update({
      where: { id: lin.id },
      data: { displayName: "Somebody Else", title: "Gone", role: "member" },
    });
    expect(await db.officialReply.findUniqueOrThrow({ where: { replyId: id } })).toMatchObject({
      authorName: "Lin Yue",
      authorTitle: "Wallet team",
    });
  });

  test("stands in its place when it answers a reply", async () => {
    const topic = await aDiscussion(platform);
    const reply = await aReply(platform, topic);
    const { id } = await anOfficialReply(platform, topic, { parentId: reply.id });
    expect(await db.reply.findUniqueOrThrow({ where: { id } })).toMatchObject({
      parentId: reply.id,
      depth: 2,
    });
  });

  test("sent twice, or twenty times at once, is one letter", async () => {
    const topic = await aDiscussion(platform);
    const submission = randomUUID();
    const sent = await Promise.all(
      Array.from({ length: 20 }, () =>
        post(staff, topic.number, { submission, type: "answer", status: "answered" }),
      ),
    );
    expect(new Set(sent.map((each) => each.ok && each.location)).size).toBe(1);
    expect(await post(staff, topic.number, { submission })).toEqual(sent[0]);
    expect(await db.officialReply.count({ where: { topicId: topic.id } })).toBe(1);
    expect((await db.topic.findUniqueOrThrow({ where: { id: topic.id } })).officialCount).toBe(1);
  });

  test("by ten of the team at once is ten letters with ten references", async () => {
    const topic = await aDiscussion(platform);
    const sent = await Promise.all(Array.from({ length: 10 }, () => post(staff, topic.number)));
    expect(sent.every((each) => each.ok)).toBe(true);
    const letters = await db.officialReply.findMany({ where: { topicId: topic.id } });
    expect(new Set(letters.map((letter) => letter.reference)).size).toBe(10);
    expect((await db.topic.findUniqueOrThrow({ where: { id: topic.id } })).officialCount).toBe(10);
  });
});

describe("an official reply is refused whole", () => {
  test("to members and moderators, who do not speak for the team", async () => {
    const { number } = await aDiscussion(platform);
    const before = await standing();
    for (const role of ["member", "moderator"] as const) {
      const ctx = contextFor(platform, await aMember(platform, { role }));
      await expect(post(ctx, number)).rejects.toBeInstanceOf(Forbidden);
    }
    expect(await standing()).toEqual(before);
  });

  test("when an announcement is missing or withdrawn, and taken when it is corrected", async () => {
    const topic = await aDiscussion(platform);
    const good = await anAnnouncement(platform);
    const withdrawn = await anAnnouncement(platform, { status: "withdrawn" });
    const before = await standing();
    const submission = randomUUID();
    for (const id of [987_654, withdrawn.id]) {
      const traits = { announcementIds: [good.id, id], status: "answered", submission };
      expect(await post(staff, topic.number, traits)).toEqual(refused("announcement-gone"));
    }
    expect(await standing()).toEqual(before);
    expect((await db.topic.findUniqueOrThrow({ where: { id: topic.id } })).status).toBe("open");
    expect(await post(staff, topic.number, { announcementIds: [good.id], submission })).toMatchObject({
      ok: true,
    });
  });

  test("when type and status do not suit the topic", async () => {
    const question = await aDiscussion(platform, { kind: "question" });
    const wish = await aSuggestion(platform);
    const before = await standing();
    expect(await post(staff, question.number, { type: "known-issue" })).toEqual(refused("type-not-here"));
    expect(await post(staff, wish.number, { type: "fixed-in", status: "solved" })).toEqual(
      refused("status-not-by-type"),
    );
    expect(await post(staff, wish.number, { type: "answer", status: "merged" })).toEqual(
      refused("status-not-by-type"),
    );
    expect(await post(staff, wish.number, { type: "declined", status: "declined" })).toEqual(
      refused("decline-reason-required"),
    );
    expect(await standing()).toEqual(before);
    expect(
      await post(staff, wish.number, { type: "declined", status: "declined", reason: "not-now" }),
    ).toMatchObject({ ok: true });
    expect(await db.topic.findUniqueOrThrow({ where: { id: wish.id } })).toMatchObject({
      status: "declined",
      declinedReason: "not-now",
    });
  });

  test("where nothing may be answered any more", async () => {
    const locked = await aDiscussion(platform, { lockedAt: clock.now() });
    const merged = await aSuggestion(platform);
    await mergeSuggestion(staff, {
      number: merged.number,
      into: (await aSuggestion(platform)).number,
    });
    const deleted = await aDiscussion(platform, { deletedAt: clock.now() });
    const topic = await aDiscussion(platform);
    const gone = await aReply(platform, topic, { deletedAt: clock.now() });
    const elsewhere = await aReply(platform, await aDiscussion(platform));
    expect(await post(staff, locked.number)).toEqual(refused("locked"));
    expect(await post(staff, merged.number)).toEqual(refused("merged"));
    expect(await post(staff, deleted.number)).toEqual(refused("locked"));
    expect(await post(staff, topic.number, { parentId: gone.id })).toEqual(refused("parent-gone"));
    expect(await post(staff, topic.number, { parentId: elsewhere.id })).toEqual(refused("parent-gone"));
    await expect(post(staff, 999_999)).rejects.toMatchObject({ status: 404 });
  });

  test("when a picture is not the writer's own", async () => {
    const { number } = await aDiscussion(platform);
    const before = await standing();
    await expect(post(staff, number, { attachmentIds: ["0".repeat(32)] })).rejects.toMatchObject({
      status: 409,
    });
    expect(await standing()).toEqual(before);
  });
});
