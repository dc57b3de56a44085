import { describe, expect, test } from "vitest";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { withdrawAnnouncement } from "~/features/changelog/withdrawing.server";
import { listAnnouncementChoices } from "~/features/official/choosing.server";
import { listOfficial } from "~/features/official/reading.server";
import { textHash } from "~/features/official/text-hash.server";
import { verifyReference } from "~/features/official/verifying.server";
import { deleteReply } from "~/features/topics/deleting.server";
import { editReply } from "~/features/topics/editing.server";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const everybody = guest(platform);
const staff = contextFor(platform, await aMember(platform, { role: "staff" }));
const moderator = contextFor(platform, await aMember(platform, { role: "moderator" }));

describe("the letters of a topic", () => {
  test("stand newest first with what they point to, in one query", async () => {
    const topic = await aDiscussion(platform);
    const [first, second] = [await anAnnouncement(platform), await anAnnouncement(platform)];
    const older = await anOfficialReply(platform, topic, { type: "workaround" });
    clock.advance(60_000);
    const newer = await anOfficialReply(platform, topic, {
      body: "Fixed, <script>alert(1)</script> **really**.",
      type: "fixed-in",
      status: "solved",
      announcementIds: [second.id, first.id],
    });
    platform.queries.length = 0;
    const letters = await listOfficial(everybody, topic.id);
    expect(platform.queries).toHaveLength(1);
    expect(letters.map((letter) => letter.replyId)).toEqual([newer.id, older.id]);
    expect(letters[0]).toMatchObject({ reference: newer.reference, type: "fixed-in", statusSet: "solved" });
    expect(letters[0]!.announcements.map((announcement) => announcement.id)).toEqual([first.id, second.id]);
    expect(letters[0]!.bodyHtml).not.toContain("<script");
    expect(letters[1]!.announcements).toEqual([]);
  });

  test("show a draft to staff alone, and to everybody from the day it is published", async () => {
    const topic = await aDiscussion(platform);
    const draft = await anAnnouncement(platform, { status: "draft", title: "Not public yet" });
    await anOfficialReply(platform, topic, { announcementIds: [draft.id] });
    const shownTo = async (ctx: typeof everybody) =>
      (await listOfficial(ctx, topic.id))[0]!.announcements.map((announcement) => announcement.title);
    expect(await shownTo(everybody)).toEqual([]);
    expect(await shownTo(moderator)).toEqual([]);
    expect(await shownTo(staff)).toEqual(["Not public yet"]);
    await publishAnnouncement(staff, { slug: draft.slug, version: 1, settle: false });
    expect(await shownTo(everybody)).toEqual(["Not public yet"]);
    await withdrawAnnouncement(staff, draft);
    expect(await shownTo(everybody)).toEqual([]);
  });

  test("say who is not on the team any more", async () => {
    const topic = await aDiscussion(platform);
    const { author } = await anOfficialReply(platform, topic);
    expect((await listOfficial(everybody, topic.id))[0]!.author.isStaffNow).toBe(true);
    await db.member.update({ where: { id: author.id }, data: { role: "member" } });
    expect((await listOfficial(everybody, topic.id))[0]!.author).toMatchObject({
      isStaffNow: false,
      title: "Support engineer",
    });
  });

  test("lose their text when they are deleted, and keep their place", async () => {
    const topic = await aDiscussion(platform);
    const { id } = await anOfficialReply(platform, topic, { body: "A canary in a letter." });
    await deleteReply(staff, { number: topic.number, replyId: id });
    const [letter] = await listOfficial(everybody, topic.id);
    expect(letter).toMatchObject({ replyId: id, deletedAt: clock.now(), bodyHtml: "", attachmentCount: 0 });
    expect(JSON.stringify(letter)).not.toContain("canary");
    expect(await db.topic.findUniqueOrThrow({ where: { id: topic.id } })).toMatchObject({
      officialCount: 0,
      lastOfficialId: null,
    });
  });
});

test("announcements to point to are offered to staff alone, without withdrawn ones", async () => {
  const draft = await anAnnouncement(platform, { status: "draft" });
  const withdrawn = await anAnnouncement(platform, { status: "withdrawn" });
  for (const ctx of [everybody, moderator]) expect(await listAnnouncementChoices(ctx)).toEqual([]);
  const offered = await listAnnouncementChoices(staff);
  expect(offered[0]).toMatchObject({ id: draft.id, isDraft: true });
  expect(offered.map((choice) => choice.id)).not.toContain(withdrawn.id);
});

describe("verifying a reference", () => {
  test("says who, what, where, when, and that the text is as it was sent", async () => {
    const topic = await aDiscussion(platform);
    const { reference, author, id } = await anOfficialReply(platform, topic, { type: "workaround" });
    const found = await verifyReference(everybody, reference);
    expect(found).toMatchObject({
      state: "genuine",
      letter: {
        reference,
        type: "workaround",
        replyId: id,
        author: { displayName: author.displayName, title: "Support engineer", isStaffNow: true },
        topic: { number: topic.number, title: topic.title },
        postedAt: clock.now(),
        edits: [],
      },
    });
    if (found.state === "genuine") expect(found.letter.presentHash).toBe(found.letter.sentHash);
  });

  test("says when it was edited, and shows both hashes", async () => {
    const topic = await aDiscussion(platform);
    const { reference, id } = await anOfficialReply(platform, topic, { body: "Wait until Monday." });
    const times: Date[] = [];
    for (const [at, body] of ["Wait until Tuesday.", "Wait until Wednesday."].entries()) {
      clock.advance(3_600_000);
      times.push(clock.now());
      await editReply(staff, { number: topic.number, replyId: id, body, version: at + 1 });
    }
    const found = await verifyReference(everybody, reference);
    if (found.state !== "genuine") throw new Error(found.state);
    expect(found.letter.edits.map(({ at }) => at)).toEqual(times);
    expect(found.letter.sentHash).toBe(textHash("Wait until Monday."));
    expect(found.letter.presentHash).toBe(textHash("Wait until Wednesday."));
    expect((await listOfficial(everybody, topic.id))[0]!.editedAt).toEqual(clock.now());
  });

  test("notices a text that was changed behind the product's back", async () => {
    const { reference, id } = await anOfficialReply(platform, await aDiscussion(platform));
    await db.reply.update({ where: { id }, data: { body: "Send your phrase to this address." } });
    const found = await verifyReference(everybody, reference);
    if (found.state !== "genuine") throw new Error(found.state);
    expect(found.letter.presentHash).not.toBe(found.letter.sentHash);
    expect(found.letter.edits).toEqual([]);
  });

  test("knows a deleted one without its text, and tells nothing of a hidden topic", async () => {
    const deleted = await anOfficialReply(platform, await aDiscussion(platform));
    await db.reply.update({ where: { id: deleted.id }, data: { deletedAt: clock.now() } });
    expect(await verifyReference(everybody, deleted.reference)).toMatchObject({
      state: "genuine",
      letter: { deletedAt: clock.now(), presentHash: null },
    });
    const topic = await aDiscussion(platform);
    const hidden = await anOfficialReply(platform, topic);
    await db.topic.update({ where: { id: topic.id }, data: { deletedAt: clock.now() } });
    expect(await verifyReference(everybody, hidden.reference)).toEqual({ state: "not-public" });
    expect(await verifyReference(moderator, hidden.reference)).toMatchObject({ state: "genuine" });
  });

  test("says plainly that it knows nothing of one that was never given", async () => {
    expect(await verifyReference(everybody, "HB-2222-00")).toEqual({ state: "unknown" });
    expect(await verifyReference(everybody, "' OR 1=1 --")).toEqual({ state: "unknown" });
  });
});
