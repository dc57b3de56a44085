import { describe, expect, test } from "vitest";
import { editAnnouncement } from "~/features/changelog/editing.server";
import { importAnnouncement } from "~/features/changelog/importing.server";
import { namedById } from "~/features/changelog/named-by-id";
import { listAnnouncementsOfTopic } from "~/features/changelog/of-topic.server";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { getAnnouncement } from "~/features/changelog/reading.server";
import { withdrawAnnouncement } from "~/features/changelog/withdrawing.server";
import { prepareText } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { aDiscussion, aSuggestion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const staff = contextFor(platform, await aMember(platform, { role: "staff" }));
const mei = contextFor(platform, await aMember(platform));
const moderator = contextFor(platform, await aMember(platform, { role: "moderator" }));

async function eventsOf(type: string, announcementId: number) {
  const events = await db.outbox.findMany({ where: { type, listener: null }, orderBy: { id: "asc" } });
  return events
    .map((event) => event.payload as Record<string, unknown>)
    .filter((each) => each.announcementId === announcementId);
}

function statusOf(id: number) {
  return db.topic.findUniqueOrThrow({ where: { id } }).then((topic) => topic.status);
}

describe("publishing", () => {
  test("makes it public, tells once, and says so on every topic it answers", async () => {
    const topic = await aDiscussion(platform);
    const { slug, id } = await anAnnouncement(platform, { topics: [topic.number] });
    expect(await getAnnouncement(guest(platform), slug)).toMatchObject({
      status: "published",
      publishedAt: clock.now(),
    });
    expect(await eventsOf("announcement.published", id)).toEqual([{ announcementId: id, quiet: false }]);
    const entries = await db.timelineEntry.findMany({ where: { topicId: topic.id, type: "announced" } });
    expect(entries).toMatchObject([{ data: { announcementId: id } }]);
    expect(await statusOf(topic.id)).toBe("open");
  });

  test("ships and solves its topics in the same act when asked", async () => {
    const problem = await aDiscussion(platform);
    const wish = await aSuggestion(platform, { status: "planned" });
    const done = await aSuggestion(platform, { status: "shipped" });
    const merged = await aSuggestion(platform, { status: "merged" });
    const topics = [problem, wish, done, merged].map((topic) => topic.number);
    const { id } = await anAnnouncement(platform, { topics, settle: true });
    expect(await Promise.all([problem, wish, done, merged].map((topic) => statusOf(topic.id)))).toEqual([
      "solved",
      "shipped",
      "shipped",
      "merged",
    ]);
    const change = await db.timelineEntry.findFirstOrThrow({
      where: { topicId: wish.id, type: "status" },
      orderBy: { id: "desc" },
    });
    expect(change.data).toMatchObject({ from: "planned", to: "shipped", announcementId: id });
  });

  test("pressed twenty times at once is done once", async () => {
    const topic = await aDiscussion(platform);
    const { slug, id } = await anAnnouncement(platform, { topics: [topic.number], status: "draft" });
    const press = () => publishAnnouncement(staff, { slug, version: 1, settle: true });
    const outcomes = await Promise.all(Array.from({ length: 20 }, press));
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(outcomes.filter((outcome) => outcome.ok && outcome.isFirst)).toHaveLength(1);
    expect(await eventsOf("announcement.published", id)).toHaveLength(1);
    expect(await db.timelineEntry.count({ where: { topicId: topic.id, type: "announced" } })).toBe(1);
  });

  test("is for staff", async () => {
    const { slug } = await anAnnouncement(platform, { status: "draft" });
    for (const ctx of [mei, moderator]) {
      await expect(publishAnnouncement(ctx, { slug, version: 1, settle: false })).rejects.toBeInstanceOf(
        Forbidden,
      );
      await expect(withdrawAnnouncement(ctx, { slug })).rejects.toBeInstanceOf(Forbidden);
    }
    await expect(
      publishAnnouncement(staff, { slug: "nowhere", version: 1, settle: false }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test("another version than the one looked at is refused", async () => {
    const { slug } = await anAnnouncement(platform, { status: "draft" });
    const seen = {
      slug,
      version: 1,
      title: "Changed meanwhile",
      body: "x",
      release: "",
      labels: [],
      topics: [],
      attachmentIds: [],
    };
    await editAnnouncement(staff, seen);
    expect(await publishAnnouncement(staff, { slug, version: 1, settle: false })).toEqual({
      ok: false,
      reason: "changed-meanwhile",
    });
    await expect(getAnnouncement(guest(platform), slug)).rejects.toMatchObject({ status: 404 });
  });
});

describe("withdrawing", () => {
  test("says that it is gone, and leaves the topics as they are", async () => {
    const wish = await aSuggestion(platform);
    const { slug, id } = await anAnnouncement(platform, {
      topics: [wish.number],
      settle: true,
      status: "withdrawn",
    });
    for (const ctx of [guest(platform), mei, moderator]) {
      await expect(getAnnouncement(ctx, slug)).rejects.toMatchObject({ status: 410 });
    }
    expect(await getAnnouncement(staff, slug)).toMatchObject({ status: "withdrawn" });
    expect(await statusOf(wish.id)).toBe("shipped");
    expect(await eventsOf("announcement.withdrawn", id)).toHaveLength(1);
  });

  test("twice, or of a draft, changes nothing", async () => {
    const { slug, id } = await anAnnouncement(platform, { status: "withdrawn" });
    await withdrawAnnouncement(staff, { slug });
    expect(await eventsOf("announcement.withdrawn", id)).toHaveLength(1);
    const draft = await anAnnouncement(platform, { status: "draft" });
    await withdrawAnnouncement(staff, draft);
    expect(await getAnnouncement(staff, draft.slug)).toMatchObject({ status: "draft" });
  });

  test("and publishing again tells nobody a second time and keeps its day", async () => {
    const { slug, id } = await anAnnouncement(platform);
    const { publishedAt } = await getAnnouncement(staff, slug);
    clock.advance(86_400_000);
    await withdrawAnnouncement(staff, { slug });
    expect(await publishAnnouncement(staff, { slug, version: 1, settle: false })).toMatchObject({
      ok: true,
      isFirst: false,
    });
    expect(await getAnnouncement(guest(platform), slug)).toMatchObject({ publishedAt });
    expect((await eventsOf("announcement.published", id)).map((event) => event.quiet)).toEqual([false, true]);
  });
});

test("a topic names what is published about it, and nothing else", async () => {
  const topic = await aDiscussion(platform);
  const shown = await anAnnouncement(platform, { topics: [topic.number], release: "2.4.1" });
  for (const status of ["draft", "withdrawn"] as const) {
    await anAnnouncement(platform, { topics: [topic.number], status });
  }
  for (const ctx of [guest(platform), staff]) {
    const named = namedById(await listAnnouncementsOfTopic(ctx, topic.id));
    expect([...named]).toEqual([[shown.id, { href: `/changelog/${shown.slug}`, title: "2.4.1" }]]);
  }
});

test("an imported announcement keeps its times and tells nobody", async () => {
  const topic = await aDiscussion(platform);
  const text = await prepareText(staff, { title: "Bitcoin Core 0.11.0 released", body: "Since 2015." });
  const publishedAt = new Date("2015-07-12T00:00:00Z");
  const { id, slug } = await inTransaction(staff, (tx) =>
    importAnnouncement(tx, {
      text,
      release: "0.11.0",
      labels: [],
      authorId: staff.actor.id,
      publishedAt,
      topicIds: [topic.id],
    }),
  );
  expect(slug).toBe("bitcoin-core-0-11-0-released");
  expect(await getAnnouncement(guest(platform), slug)).toMatchObject({
    publishedAt,
    createdAt: publishedAt,
    topicCount: 1,
  });
  expect(await eventsOf("announcement.published", id)).toEqual([{ announcementId: id, quiet: true }]);
  expect(await eventsOf("announcement.linked", id)).toMatchObject([{ quiet: true }]);
  const entry = await db.timelineEntry.findFirstOrThrow({ where: { topicId: topic.id, type: "announced" } });
  expect(entry.createdAt).toEqual(publishedAt);
});
