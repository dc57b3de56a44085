import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { getFile } from "~/features/attachments/reading.server";
import { storeUploads } from "~/features/attachments/taking.server";
import { countArchive } from "~/features/changelog/archive.server";
import { saveDraft } from "~/features/changelog/drafting.server";
import { listAnnouncements } from "~/features/changelog/listing.server";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { getAnnouncementPage } from "~/features/changelog/reading.server";
import { withdrawAnnouncement } from "~/features/changelog/withdrawing.server";
import { days } from "~/platform/clock/clock";
import { anAnnouncement, slugOf } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { aPicture } from "../../factories/pictures";
import { aDiscussion, aSuggestion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const everything = { labels: [], month: null, after: null };

describe("the changelog", () => {
  test("shows what is published, newest first, page by page, each once", async () => {
    const platform = await testPlatform();
    const made: string[] = [];
    for (let at = 0; at < 23; at++) {
      made.unshift((await anAnnouncement(platform, { title: `Entry number ${at}` })).slug);
      // Some on the same instant: pages must not lose or repeat them.
      if (at % 3 === 0) platform.clock.advance(days(1));
    }
    await anAnnouncement(platform, { status: "draft" });
    await anAnnouncement(platform, { status: "withdrawn" });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listAnnouncements>> = await listAnnouncements(guest(platform), {
        ...everything,
        after,
      });
      seen.push(...page.entries.map((entry) => entry.slug));
      after = page.next;
    } while (after);
    expect(seen).toEqual(made);
    expect((await countArchive(guest(platform))).total).toBe(23);
  });

  test("is filtered by labels, begins at a month, and counts both", async () => {
    const platform = await testPlatform();
    const now = platform.clock.now();
    platform.clock.advance(Date.UTC(2026, 8, 15) - now.getTime());
    await anAnnouncement(platform, { title: "September fix", labels: ["fixed"] });
    platform.clock.advance(days(30));
    await anAnnouncement(platform, { title: "October news", labels: ["new", "security"] });
    platform.clock.advance(days(30));
    await anAnnouncement(platform, { title: "November fix", labels: ["fixed", "improved"] });
    const titles = async (query: Partial<Parameters<typeof listAnnouncements>[1]>) =>
      (await listAnnouncements(guest(platform), { ...everything, ...query })).entries.map(
        (entry) => entry.title,
      );
    expect(await titles({ labels: ["fixed"] })).toEqual(["November fix", "September fix"]);
    expect(await titles({ labels: ["security", "improved"] })).toEqual(["November fix", "October news"]);
    expect(await titles({ month: "2026-10" })).toEqual(["October news", "September fix"]);
    expect(await titles({ month: "2026-10", labels: ["fixed"] })).toEqual(["September fix"]);
    expect(await titles({ month: "nonsense", after: "nonsense" })).toHaveLength(3);
    expect(await countArchive(guest(platform))).toEqual({
      months: [
        { month: "2026-11", count: 1 },
        { month: "2026-10", count: 1 },
        { month: "2026-09", count: 1 },
      ],
      byLabel: { new: 1, improved: 1, fixed: 2, security: 1 },
      total: 3,
    });
  });

  test("counts everybody who asked once, whatever they did on how many topics", async () => {
    const platform = await testPlatform();
    const [mei, sam, lin, kim] = await Promise.all([1, 2, 3, 4].map(() => aMember(platform)));
    const problem = await aDiscussion(platform, { author: mei });
    const wish = await aSuggestion(platform, { author: sam });
    const hidden = await aDiscussion(platform, { deletedAt: platform.clock.now() });
    const createdAt = platform.clock.now();
    await platform.db.affected.createMany({
      data: [mei!, lin!].map(({ id }) => ({ topicId: problem.id, memberId: id, createdAt })),
    });
    await platform.db.vote.createMany({
      data: [
        { topicId: wish.id, memberId: sam!.id, createdAt },
        { topicId: wish.id, memberId: mei!.id, createdAt },
        { topicId: wish.id, memberId: kim!.id, createdAt, isCounted: false },
      ],
    });
    await platform.db.topic.update({ where: { id: wish.id }, data: { importedVotes: 40 } });
    const { id, slug } = await anAnnouncement(platform, { topics: [problem.number, wish.number] });
    await platform.db.announcementTopic.create({
      data: { announcementId: id, topicId: hidden.id, createdAt },
    });
    const { entries } = await listAnnouncements(guest(platform), everything);
    expect(entries[0]).toMatchObject({ askedBy: 43 });
    const page = await getAnnouncementPage(guest(platform), slug);
    expect(page.announcement.askedBy).toBe(43);
    expect(page.topics.map((topic) => topic.number).toSorted()).toEqual(
      [problem.number, wish.number].toSorted(),
    );
  });

  test("shows the most asked for topics of an entry first and says how many there are", async () => {
    const platform = await testPlatform();
    const topics = await Promise.all(Array.from({ length: 9 }, () => aSuggestion(platform)));
    for (const [at, topic] of topics.entries()) {
      await platform.db.topic.update({ where: { id: topic.id }, data: { voteCount: at } });
    }
    await anAnnouncement(platform, { topics: topics.map((topic) => topic.number) });
    const [entry] = (await listAnnouncements(guest(platform), everything)).entries;
    expect(entry!.topicCount).toBe(9);
    expect(entry!.topics.map((topic) => topic.count)).toEqual([8, 7, 6, 5, 4, 3]);
  });

  test("shows the first picture of an entry, and hides all of them with a withdrawn one", async () => {
    const platform = await testPlatform();
    const author = await aMember(platform, { role: "staff" });
    const ctx = contextFor(platform, author);
    const pictures = [await aPicture(), await aPicture({ width: 90 })];
    const stored = await storeUploads(ctx, pictures, ["The first", ""]);
    const ids = stored.attachments.map(({ id }) => id);
    const saved = await saveDraft(ctx, {
      ...{ title: "With pictures", body: "Two of them.", release: "", labels: [], topics: [] },
      attachmentIds: ids,
      submission: randomUUID(),
    });
    const slug = saved.ok ? slugOf(saved.location) : "";
    const readable = async () =>
      (await Promise.all(ids.map((id) => getFile(guest(platform), id).catch(() => null)))).filter(Boolean);
    expect(await readable()).toHaveLength(0);
    await publishAnnouncement(ctx, { slug, version: 1, settle: false });
    expect(await readable()).toHaveLength(2);
    const [entry] = (await listAnnouncements(guest(platform), everything)).entries;
    expect(entry!.cover).toMatchObject({ id: ids[0], alt: "The first" });
    expect((await getAnnouncementPage(guest(platform), slug)).pictures.map(({ id }) => id)).toEqual(ids);
    await withdrawAnnouncement(ctx, { slug });
    expect(await readable()).toHaveLength(0);
  });

  test("shows neighbours that are public", async () => {
    const platform = await testPlatform();
    const slugs: string[] = [];
    for (const status of ["published", "withdrawn", "published", "draft", "published"] as const) {
      slugs.push((await anAnnouncement(platform, { status })).slug);
    }
    const page = await getAnnouncementPage(guest(platform), slugs[2]!);
    expect([page.newer?.slug, page.older?.slug]).toEqual([slugs[4], slugs[0]]);
    const last = await getAnnouncementPage(guest(platform), slugs[4]!);
    expect(last.newer).toBe(null);
  });

  test("costs a fixed number of queries, however much is linked", async () => {
    const platform = await testPlatform();
    for (let at = 0; at < 12; at++) {
      const { number } = await aDiscussion(platform);
      await anAnnouncement(platform, { topics: [number] });
    }
    platform.queries.length = 0;
    const { entries } = await listAnnouncements(guest(platform), everything);
    await countArchive(guest(platform));
    expect(platform.queries).toHaveLength(3);
    platform.queries.length = 0;
    await getAnnouncementPage(guest(platform), entries[0]!.slug);
    expect(platform.queries).toHaveLength(4);
    platform.queries.length = 0;
    const staff = contextFor(platform, await aMember(platform, { role: "staff" }));
    platform.queries.length = 0;
    await listAnnouncements(staff, everything);
    expect(platform.queries).toHaveLength(2);
  });
});
