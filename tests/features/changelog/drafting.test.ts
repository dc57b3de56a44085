import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { saveDraft } from "~/features/changelog/drafting.server";
import { listDrafts } from "~/features/changelog/drafts.server";
import { editAnnouncement } from "~/features/changelog/editing.server";
import { getAnnouncementHistory } from "~/features/changelog/history.server";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { getAnnouncement } from "~/features/changelog/reading.server";
import type { MemberContext } from "~/features/members/context";
import { Forbidden } from "~/platform/errors";
import { anAnnouncement, slugOf } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { aDiscussion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const staff = contextFor(platform, await aMember(platform, { role: "staff" }));
const mei = contextFor(platform, await aMember(platform));
const moderator = contextFor(platform, await aMember(platform, { role: "moderator" }));

function draft(ctx: MemberContext, traits: Partial<Parameters<typeof saveDraft>[1]> = {}) {
  return saveDraft(ctx, {
    title: "Pending swaps say what they wait for",
    body: "It asks **two** nodes now.",
    release: "2.4.1",
    labels: ["improved", "fixed"],
    topics: [],
    attachmentIds: [],
    submission: randomUUID(),
    ...traits,
  });
}

async function edit(
  ctx: MemberContext,
  slug: string,
  traits: Partial<Parameters<typeof editAnnouncement>[1]>,
) {
  const { title, body, release, labels, version } = await getAnnouncement(staff, slug);
  const now = { slug, title, body, release, labels, version, topics: [], attachmentIds: [] };
  return editAnnouncement(ctx, { ...now, ...traits });
}

describe("a draft", () => {
  test("is written by staff, rendered once and seen by staff alone", async () => {
    const saved = await draft(staff);
    const slug = saved.ok ? slugOf(saved.location) : "";
    expect(slug).toBe("2-4-1-pending-swaps-say-what-they-wait-for");
    expect(await getAnnouncement(staff, slug)).toMatchObject({
      status: "draft",
      bodyHtml: "<p>It asks <strong>two</strong> nodes now.</p>",
      labels: ["improved", "fixed"],
      version: 1,
    });
    for (const ctx of [mei, moderator, guest(platform)]) {
      await expect(getAnnouncement(ctx, slug)).rejects.toMatchObject({ status: 404 });
      expect(await listDrafts(ctx)).toEqual([]);
    }
    expect((await listDrafts(staff)).map((each) => each.slug)).toContain(slug);
  });

  test("is not for members or moderators to write", async () => {
    for (const ctx of [mei, moderator]) await expect(draft(ctx)).rejects.toBeInstanceOf(Forbidden);
  });

  test("sent twice, or twenty times at once, is one draft", async () => {
    const submission = randomUUID();
    const before = await db.announcement.count();
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => draft(staff, { submission, title: "Sent at once" })),
    );
    expect(new Set(sent.map((each) => each.ok && each.location)).size).toBe(1);
    expect(await db.announcement.count()).toBe(before + 1);
  });

  test("of the same title gets an address of its own", async () => {
    const [first, second] = await Promise.all([
      draft(staff, { title: "Twin title" }),
      draft(staff, { title: "Twin title" }),
    ]);
    const slugs = [first, second].map((each) => each.ok && slugOf(each.location)).toSorted();
    expect(slugs).toEqual(["2-4-1-twin-title", "2-4-1-twin-title-2"]);
  });

  test("that names a topic that is not there is refused whole, and says which", async () => {
    const { number } = await aDiscussion(platform);
    const gone = await aDiscussion(platform, { deletedAt: platform.clock.now() });
    const before = await db.announcement.count();
    const submission = randomUUID();
    expect(await draft(staff, { topics: [number, 99_999, gone.number], submission })).toEqual({
      ok: false,
      reason: "unknown-topics",
      numbers: [99_999, gone.number],
    });
    expect(await db.announcement.count()).toBe(before);
    // Corrected and sent again with the same key it is taken.
    expect(await draft(staff, { topics: [number], submission })).toMatchObject({ ok: true });
  });

  test("tells nobody anything: no event, no word in the topics it will answer", async () => {
    const topic = await aDiscussion(platform);
    const before = await db.outbox.count();
    await draft(staff, { topics: [topic.number] });
    expect(await db.outbox.count()).toBe(before);
    expect(await db.timelineEntry.count({ where: { topicId: topic.id, type: "announced" } })).toBe(0);
  });
});

describe("editing", () => {
  test("keeps the address and what it said before", async () => {
    const { slug, id } = await anAnnouncement(platform, { title: "Before the edit", body: "One." });
    platform.clock.advance(60_000);
    expect(await edit(staff, slug, { title: "After the edit", body: "Two." })).toEqual({
      ok: true,
      version: 2,
    });
    expect(await getAnnouncement(guest(platform), slug)).toMatchObject({
      slug,
      title: "After the edit",
      version: 2,
    });
    const revisions = await db.revision.findMany({ where: { announcementId: id } });
    expect(revisions).toMatchObject([{ version: 1, title: "Before the edit", body: "One." }]);
  });

  test("can be read back by everybody from the first public version on, and by staff from the beginning", async () => {
    const { slug } = await anAnnouncement(platform, { status: "draft", body: "A secret in the draft." });
    await edit(staff, slug, { body: "First public." });
    platform.clock.advance(1000);
    await publishAnnouncement(staff, { slug, version: 2, settle: false });
    platform.clock.advance(1000);
    await edit(staff, slug, { body: "Second public." });
    await edit(staff, slug, { labels: ["new"], body: "Second public." });
    const shown = await getAnnouncementHistory(guest(platform), { slug });
    expect(shown.versions.map(({ version }) => version)).toEqual([4, 2]);
    expect(shown.shown.body).toEqual([
      { kind: "removed", text: "First" },
      { kind: "added", text: "Second" },
      { kind: "same", text: " public." },
    ]);
    const first = await getAnnouncementHistory(guest(platform), { slug, version: 2 });
    expect(JSON.stringify(first)).not.toContain("secret");
    for (const version of [1, 3, 5]) {
      await expect(getAnnouncementHistory(guest(platform), { slug, version })).rejects.toMatchObject({
        status: 404,
      });
    }
    expect((await getAnnouncementHistory(staff, { slug })).versions.map(({ version }) => version)).toEqual([
      4, 2, 1,
    ]);
  });

  test("while it is withdrawn is told to nobody when it is published again, nor is what was withdrawn", async () => {
    const { slug, id } = await anAnnouncement(platform, { body: "Public before." });
    await edit(staff, slug, { body: "Taken back." });
    const status = (now: string) => db.announcement.update({ where: { id }, data: { status: now } });
    await status("withdrawn");
    await edit(staff, slug, { body: "A secret of the pause." });
    await edit(staff, slug, { body: "Second public." });
    await status("published");
    const { versions } = await getAnnouncementHistory(guest(platform), { slug });
    expect(versions.map(({ version }) => version)).toEqual([4, 1]);
    for (const version of [2, 3])
      await expect(getAnnouncementHistory(guest(platform), { slug, version })).rejects.toMatchObject({
        status: 404,
      });
    expect((await getAnnouncementHistory(staff, { slug })).versions).toHaveLength(4);
  });

  test("from an older version is refused, and the newer text stays", async () => {
    const { slug } = await anAnnouncement(platform);
    await edit(staff, slug, { body: "By the first editor." });
    expect(await edit(staff, slug, { body: "By the second.", version: 1 })).toEqual({
      ok: false,
      reason: "changed-meanwhile",
    });
    expect((await getAnnouncement(staff, slug)).body).toBe("By the first editor.");
  });

  test("by ten editors at once is taken from one of them", async () => {
    const { slug, id } = await anAnnouncement(platform);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, at) => edit(staff, slug, { body: `Editor ${at}.`, version: 1 })),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await db.revision.count({ where: { announcementId: id } })).toBe(1);
  });

  test("is for staff", async () => {
    const { slug } = await anAnnouncement(platform);
    for (const ctx of [mei, moderator]) {
      await expect(edit(ctx, slug, { body: "Mine now." })).rejects.toBeInstanceOf(Forbidden);
    }
  });

  test("makes its topics exactly those named, and keeps their count", async () => {
    const topics = [await aDiscussion(platform), await aDiscussion(platform), await aDiscussion(platform)];
    const numbers = topics.map((topic) => topic.number);
    const { slug, id } = await anAnnouncement(platform, { topics: numbers.slice(0, 2) });
    await edit(staff, slug, { topics: numbers.slice(1) });
    const links = await db.announcementTopic.findMany({
      where: { announcementId: id },
      orderBy: { topicId: "asc" },
    });
    expect(links.map((link) => link.topicId)).toEqual(topics.slice(1).map((topic) => topic.id));
    expect((await getAnnouncement(staff, slug)).topicCount).toBe(2);
  });

  test("never runs what a hostile author writes", async () => {
    const { slug } = await anAnnouncement(platform, {
      title: `<img src=x onerror=alert(1)>`,
      body: `<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>`,
    });
    const { bodyHtml } = await getAnnouncement(staff, slug);
    expect(bodyHtml).not.toMatch(/<script|<img|href="javascript/i);
    expect(slug).toBe("img-src-x-onerror-alert-1");
  });
});
