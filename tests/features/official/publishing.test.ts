import { describe, expect, test } from "vitest";
import { withdrawAnnouncement } from "~/features/changelog/withdrawing.server";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { castVote } from "~/features/suggestions/voting.server";
import { Forbidden } from "~/platform/errors";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { aDiscussion, aSuggestion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { heardBy, tellEverybody } from "../notifications/telling";

const platform = await testPlatform();
const { db } = platform;
const lin = await aMember(platform, { role: "staff", title: "Engineer" });
const staff = contextFor(platform, lin);
const reply = "Update to **2.4.1**.";

function publish(slug: string, traits: { settle?: boolean; reply?: string } = {}) {
  return publishAnnouncement(staff, { slug, version: 1, settle: true, reply, ...traits });
}

describe("an announcement with an official reply on each topic", () => {
  test("is one act: letters that name the entry and the status, and topics that are settled", async () => {
    const wish = await aSuggestion(platform);
    const problem = await aDiscussion(platform, { kind: "problem" });
    const { id, slug } = await anAnnouncement(platform, {
      status: "draft",
      topics: [wish.number, problem.number],
    });
    expect(await publish(slug)).toMatchObject({ ok: true, isFirst: true, replies: 2 });
    for (const [topic, status] of [
      [wish, "shipped"],
      [problem, "solved"],
    ] as const) {
      expect(await db.topic.findUniqueOrThrow({ where: { id: topic.id } })).toMatchObject({
        status,
        officialCount: 1,
      });
      const letter = await db.officialReply.findFirstOrThrow({
        where: { topicId: topic.id },
        include: { announcements: true, reply: true },
      });
      expect(letter).toMatchObject({ type: "fixed-in", statusSet: status, authorTitle: "Engineer" });
      expect(letter.announcements).toMatchObject([{ announcementId: id }]);
      expect(letter.reply.bodyHtml).toContain("<strong>2.4.1</strong>");
    }
  });

  test("is told once to each: the announcement, not the letters, the statuses or the names in them", async () => {
    const mei = await aMember(platform, { name: "mei" });
    const [first, second] = [await aSuggestion(platform), await aSuggestion(platform)];
    for (const { number } of [first, second]) await castVote(contextFor(platform, mei), { number });
    const { slug } = await anAnnouncement(platform, {
      status: "draft",
      title: "Both are in",
      topics: [first.number, second.number],
    });
    await publish(slug, { reply: "Thank you, @mei." });
    await tellEverybody(platform);
    expect(await heardBy(platform, mei)).toMatchObject([{ type: "announcement", entry: "Both are in" }]);
  });

  test("says nothing where nothing can be said: locked, merged, held and deleted topics", async () => {
    const open = await aDiscussion(platform);
    const others = await Promise.all(Array.from({ length: 4 }, () => aDiscussion(platform)));
    const { slug } = await anAnnouncement(platform, {
      status: "draft",
      topics: [open, ...others].map(({ number }) => number),
    });
    const now = platform.clock.now();
    for (const [index, data] of [
      { lockedAt: now },
      { status: "merged" },
      { heldAt: now },
      { deletedAt: now },
    ].entries())
      await db.topic.update({ where: { id: others[index]!.id }, data });
    expect(await publish(slug)).toMatchObject({ replies: 1 });
    expect(await db.officialReply.count({ where: { topicId: { in: others.map(({ id }) => id) } } })).toBe(0);
  });

  test("pressed many times at once, and published again after a withdrawal, says it once", async () => {
    const wish = await aSuggestion(platform);
    const { slug } = await anAnnouncement(platform, { status: "draft", topics: [wish.number] });
    await Promise.all(Array.from({ length: 8 }, () => publish(slug)));
    await withdrawAnnouncement(staff, { slug });
    expect(await publish(slug)).toMatchObject({ isFirst: false, replies: 0 });
    expect(await db.officialReply.count({ where: { topicId: wish.id } })).toBe(1);
  });

  test("is for staff, and without settling leaves the statuses", async () => {
    const wish = await aSuggestion(platform, { status: "planned" });
    const { slug } = await anAnnouncement(platform, { status: "draft", topics: [wish.number] });
    const mei = contextFor(platform, await aMember(platform));
    await expect(publishAnnouncement(mei, { slug, version: 1, settle: false, reply })).rejects.toBeInstanceOf(
      Forbidden,
    );
    await publish(slug, { settle: false });
    expect(await db.topic.findUniqueOrThrow({ where: { id: wish.id } })).toMatchObject({ status: "planned" });
    expect(await db.officialReply.findFirstOrThrow({ where: { topicId: wish.id } })).toMatchObject({
      statusSet: null,
    });
  });
});
