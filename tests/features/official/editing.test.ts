import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { readAudit } from "~/features/audit/reading.server";
import type { Actor } from "~/features/members/context";
import { postOfficialReply } from "~/features/official/posting.server";
import { listOfficial } from "~/features/official/reading.server";
import { textHash } from "~/features/official/text-hash.server";
import { verifyReference } from "~/features/official/verifying.server";
import type { EditTelling } from "~/features/topics/edit-telling";
import { deleteReply } from "~/features/topics/deleting.server";
import { editReply } from "~/features/topics/editing.server";
import { setFollow } from "~/features/topics/following.server";
import { getReplyHistory } from "~/features/topics/history.server";
import { getTopic } from "~/features/topics/reading.server";
import { listReplies } from "~/features/topics/reading-replies.server";
import { minutes } from "~/platform/clock/clock";
import { aMember } from "../../factories/members";
import { anOfficialReply, type OfficialMade } from "../../factories/official";
import { aDiscussion, type TopicMade } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { heardBy, tellEverybody } from "../notifications/telling";

const platform = await testPlatform();
const { db, clock } = platform;
const mara = await aMember(platform, { role: "staff", displayName: "Mara Lindqvist" });
const lin = await aMember(platform, { role: "staff", displayName: "Lin Yue" });
const admin = contextFor(platform, await aMember(platform, { role: "admin" }));
const staff = contextFor(platform, mara);
const visitor = guest(platform);
const reason = "The chain names a victim; their lawyer asked us.";

let topic: TopicMade;
let letter: OfficialMade;
let mei: Actor;
beforeEach(async () => {
  [topic, mei] = await Promise.all([aDiscussion(platform), aMember(platform)]);
  letter = await anOfficialReply(platform, topic, { author: mara, body: "It is safe to wait." });
  await tellEverybody(platform);
  await setFollow(contextFor(platform, mei), { number: topic.number, level: "following" });
});

async function edit(body: string, telling?: EditTelling, by = staff) {
  const { version } = await db.reply.findUniqueOrThrow({ where: { id: letter.id } });
  const where = { number: topic.number, replyId: letter.id };
  const quietReason = telling === "quiet" ? reason : undefined;
  const outcome = await editReply(by, { ...where, body, version, telling, quietReason });
  expect(outcome.ok).toBe(true);
  await tellEverybody(platform);
}

describe("an edit of an official reply", () => {
  test("tells who follows, edits close to one another once, and nobody of their own", async () => {
    await edit("It is safe to wait until Friday.");
    await edit("It is safe to wait until Thursday.", "told", contextFor(platform, lin));
    clock.advance(minutes(50));
    await edit("It is safe to wait until Wednesday.");
    const told = { type: "official", topicId: topic.id, replyId: letter.id, data: { edited: 1 } };
    expect(await heardBy(platform, mei)).toEqual([told]);
    // Mara knows her own words, and hears of those that Lin put in their place.
    expect(await heardBy(platform, mara)).toEqual([told]);
    expect(await heardBy(platform, lin)).toEqual([]);
    clock.advance(minutes(61));
    await edit("It is not safe to wait.");
    expect(await heardBy(platform, mei)).toEqual([told, told]);
  });

  test("that keeps the meaning tells nobody, not even whom it names, and is public all the same", async () => {
    await edit(`It's safe to wait, @${mei.name}.`, "minor");
    expect(await heardBy(platform, mei)).toEqual([]);
    const history = await getReplyHistory(visitor, { number: topic.number, replyId: letter.id });
    expect(history.versions.map(({ isMinor }) => isMinor)).toEqual([true, false]);
    expect((await listOfficial(visitor, topic.id))[0]).toMatchObject({ editCount: 1 });
  });

  test("done quietly tells nobody, and why is in the audit log and nowhere else", async () => {
    await edit("It was safe to wait.", "quiet");
    expect(await heardBy(platform, mei)).toEqual([]);
    const { lines } = await readAudit(admin, { kind: "official-edited-quietly", before: null });
    expect(lines[0]).toMatchObject({
      actorName: mara.name,
      detail: { topic: topic.number, reply: letter.id, version: 2, reason },
    });
    const history = await getReplyHistory(visitor, { number: topic.number, replyId: letter.id });
    const seen = [
      history,
      await listOfficial(visitor, topic.id),
      await verifyReference(visitor, letter.reference),
      await getTopic(visitor, topic.number),
    ];
    expect(JSON.stringify(seen)).not.toContain("lawyer");
    expect(JSON.stringify(seen)).not.toContain("quiet");
    expect(history.versions).toHaveLength(2);
  });

  test("of nothing but pictures or of nothing at all is no edit", async () => {
    await edit("It is safe to wait.");
    expect(await heardBy(platform, mei)).toEqual([]);
    expect(await db.revision.count({ where: { replyId: letter.id } })).toBe(0);
  });

  test("is on its verify page with who, when and the hash of what it became", async () => {
    await edit("Second words.");
    clock.advance(1_000);
    await edit("Third words.", "minor", contextFor(platform, lin));
    const found = await verifyReference(visitor, letter.reference);
    if (found.state !== "genuine") throw new Error(found.state);
    expect(found.letter.sentHash).toBe(textHash("It is safe to wait."));
    expect(found.letter.edits).toMatchObject([
      { by: "Mara Lindqvist", isMinor: false, hash: textHash("Second words.") },
      { by: "Lin Yue", isMinor: true, hash: textHash("Third words."), at: clock.now() },
    ]);
    expect(found.letter.presentHash).toBe(textHash("Third words."));
  });
});

test("a deleted official reply leaves its place, with when and by whom, and its reference still answers", async () => {
  await edit("Second words.");
  await deleteReply(contextFor(platform, lin), { number: topic.number, replyId: letter.id });
  const [gone] = await listOfficial(visitor, topic.id);
  expect(gone).toMatchObject({ deletedAt: clock.now(), deletedBy: "Lin Yue", bodyHtml: "" });
  const found = await verifyReference(visitor, letter.reference);
  if (found.state !== "genuine") throw new Error(found.state);
  expect(found.letter).toMatchObject({ deletedBy: "Lin Yue", presentHash: null });
  expect(found.letter.edits.map(({ hash }) => hash)).toEqual([null]);
  const shown = await getTopic(visitor, topic.number);
  const page = await listReplies(visitor, shown, { sort: "oldest" });
  const [place] = page.trees.map(({ reply }) => reply);
  expect(place).toMatchObject({ id: letter.id, absence: "removed", isOfficial: true, bodyHtml: "" });
  const { lines } = await readAudit(admin, { kind: "official-deleted", before: null });
  expect(lines[0]).toMatchObject({ actorName: lin.name, detail: { reply: letter.id } });
});

test("an official reply sent quietly tells nobody, sets its status all the same, and says why in the audit log", async () => {
  const sent = await postOfficialReply(staff, {
    ...{ number: topic.number, body: `Hello @${mei.name}`, type: "answer", status: "answered" },
    ...{ announcementIds: [], attachmentIds: [], submission: randomUUID(), quietReason: reason },
    promise: { kind: "make", text: "A fix", dueOn: null },
  });
  expect(sent.ok).toBe(true);
  await tellEverybody(platform);
  expect(await heardBy(platform, mei)).toEqual([]);
  expect((await getTopic(visitor, topic.number)).status).toBe("answered");
  const { lines } = await readAudit(admin, { kind: "official-posted-quietly", before: null });
  expect(lines[0]).toMatchObject({ actorName: mara.name, detail: { topic: topic.number, reason } });
  expect(JSON.stringify(await listOfficial(visitor, topic.id))).not.toContain("lawyer");
});
