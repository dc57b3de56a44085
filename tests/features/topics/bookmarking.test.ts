import { expect, test } from "vitest";
import {
  noteBookmark,
  removeBookmark,
  setBookmark,
  unsetBookmark,
} from "~/features/topics/bookmarking.server";
import { listBookmarks } from "~/features/topics/bookmarks.server";
import { deleteTopic } from "~/features/topics/deleting.server";
import { NotFound } from "~/platform/errors";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei", displayName: "Mei" });
const as = (actor: typeof mei) => contextFor(platform, actor);
const listed = async (actor: typeof mei) => (await listBookmarks(as(actor), null)).bookmarks;

test("a bookmark is made once, keeps its note, and is seen by nobody else", async () => {
  const sam = await aMember(platform);
  const topic = await aDiscussion(platform, { author: mei, title: "Worth keeping" });
  const reply = await aReply(platform, topic, { author: mei, body: "The **answer**" });
  const { number } = topic;
  await Promise.all(Array.from({ length: 8 }, () => setBookmark(as(sam), { number })));
  clock.advance(1_000);
  await Promise.all(Array.from({ length: 8 }, () => setBookmark(as(sam), { number, replyId: reply.id })));
  const [onReply, onTopic, ...rest] = await listed(sam);
  expect(rest).toEqual([]);
  expect(onTopic).toMatchObject({ isReply: false, kept: { number, title: "Worth keeping", reply: null } });
  expect(onReply).toMatchObject({
    isReply: true,
    kept: { reply: { id: reply.id, by: "Mei", excerpt: "The answer" } },
  });

  await noteBookmark(as(sam), { id: onTopic!.id, note: "for Friday" });
  await setBookmark(as(sam), { number });
  expect((await listed(sam))[1]).toMatchObject({ note: "for Friday" });
  expect(await listed(mei)).toEqual([]);
  await expect(noteBookmark(as(mei), { id: onTopic!.id, note: "mine" })).rejects.toThrow(NotFound);
  await removeBookmark(as(mei), { id: onTopic!.id });
  expect(await listed(sam)).toHaveLength(2);

  await unsetBookmark(as(sam), { number });
  await unsetBookmark(as(sam), { number });
  expect(await listed(sam)).toHaveLength(1);
});

test("what has gone keeps its line and its note, and says nothing of what it was", async () => {
  const sam = await aMember(platform);
  const topic = await aDiscussion(platform, { author: mei, title: "A secret since" });
  const other = await aDiscussion(platform, { author: mei });
  const reply = await aReply(platform, other, { author: mei, body: "also a secret" });
  await setBookmark(as(sam), { number: topic.number });
  await setBookmark(as(sam), { number: other.number, replyId: reply.id });
  const [onReply, onTopic] = await listed(sam);
  await noteBookmark(as(sam), { id: onTopic!.id, note: "why I kept it" });
  await deleteTopic(as(mei), { number: topic.number });
  await db.reply.update({ where: { id: reply.id }, data: { heldAt: clock.now() } });
  const lines = await listed(sam);
  expect(lines).toMatchObject([
    { id: onReply!.id, isReply: true, kept: null },
    { id: onTopic!.id, note: "why I kept it", isReply: false, kept: null },
  ]);
  expect(JSON.stringify(lines)).not.toContain("secret");
  await removeBookmark(as(sam), { id: onTopic!.id });
  expect(await listed(sam)).toHaveLength(1);
});

test("what somebody may not read cannot be kept, and says that it is not there", async () => {
  const sam = await aMember(platform);
  const { number } = await aDiscussion(platform, { author: mei, heldAt: clock.now() });
  const open = await aDiscussion(platform, { author: mei });
  const gone = await aReply(platform, open, { deletedAt: clock.now() });
  for (const address of [{ number }, { number: 999_999 }, { number: open.number, replyId: gone.id }])
    await expect(setBookmark(as(sam), address)).rejects.toThrow(NotFound);
});

test("long lists of bookmarks come page by page, each once", async () => {
  const sam = await aMember(platform);
  const topic = await aDiscussion(platform, { author: mei });
  const replies = [];
  for (let index = 0; index < 30; index++) replies.push(await aReply(platform, topic, { author: mei }));
  await db.bookmark.createMany({
    data: replies.map(({ id }, index) => ({
      memberId: sam.id,
      replyId: id,
      createdAt: new Date(clock.now().getTime() + Math.floor(index / 4)),
    })),
  });
  const seen: number[] = [];
  for (let after: string | null = null, pages = 0; pages < 3; pages++) {
    const { bookmarks, next } = await listBookmarks(as(sam), after);
    seen.push(...bookmarks.map(({ id }) => id));
    if ((after = next) === null) break;
  }
  expect(new Set(seen).size).toBe(30);
  expect(seen).toHaveLength(30);
});
