import { expect, test } from "vitest";
import { mayAskForNames, questionsAMinute } from "~/features/topics/mention-allowance";
import { listMentionable } from "~/features/topics/mentioning.server";
import { minutes } from "~/platform/clock/clock";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const asker = await aMember(platform, { name: "mira" });
const ctx = contextFor(platform, asker);
const lin = await aMember(platform, { name: "milo", displayName: "Milo of the team", role: "staff" });
const here = await aMember(platform, { name: "mikael" });
const han = await aMember(platform, { name: "小明", displayName: "小明同学" });
const silent = await aMember(platform, { name: "mika", email: "mimosa@members.test" });
const crowd = await Promise.all(
  Array.from({ length: 12 }, (_none, index) =>
    aMember(platform, { name: `mi-${String(index).padStart(2, "0")}` }),
  ),
);
await db.member.updateMany({ where: { id: { in: crowd.map(({ id }) => id) } }, data: { topicCount: 1 } });
const topic = await aDiscussion(platform, { author: asker });
await aReply(platform, topic, { author: here });
await aReply(platform, topic, { author: han });
const names = async (q: string, number?: number) =>
  (await listMentionable(ctx, { q, number })).map(({ name }) => name);

test("who takes part comes first, then the team, then whoever has posted, eight at most", async () => {
  const found = await listMentionable(ctx, { q: "mi", number: topic.number });
  expect(found).toHaveLength(8);
  expect(found.slice(0, 3)).toMatchObject([
    { name: here.name, isHere: true, isStaff: false },
    { name: lin.name, isHere: false, isStaff: true },
    { name: "mi-00", isHere: false },
  ]);
});

test("names in Han are found by their first character, those near also by the name they show", async () => {
  expect(await names("小", topic.number)).toEqual(["小明"]);
  expect(await names("milo of", topic.number)).toEqual([lin.name]);
  expect(await names("MIKAEL", topic.number)).toEqual([here.name]);
});

test("nobody is found by their mail, by a pattern, or without having posted", async () => {
  expect(await names("mimosa")).toEqual([]);
  expect(await names("mika")).toEqual([here.name]);
  for (const q of ["", " ", "%", "_", "\\", "x".repeat(40)]) expect(await names(q, topic.number)).toEqual([]);
  expect(await names(asker.name)).toEqual([]);
  expect(silent.name).toBe("mika");
});

test("a hidden topic and a held reply tell nobody who is in them", async () => {
  const hidden = await aMember(platform, { name: "zora-hidden", displayName: "Quiet voice" });
  const held = await aDiscussion(platform, { heldAt: clock.now() });
  await aReply(platform, held, { author: hidden });
  await aReply(platform, topic, { author: hidden, heldAt: clock.now() });
  expect(await names("quiet", held.number)).toEqual([]);
  expect(await names("quiet", topic.number)).toEqual([]);
});

test("whose only replies stand where nobody sees them has left no trace", async () => {
  const mimi = await aMember(platform, { name: "mimi" });
  await aReply(platform, await aDiscussion(platform, { heldAt: clock.now() }), { author: mimi });
  await aReply(platform, await aDiscussion(platform, { deletedAt: clock.now() }), { author: mimi });
  expect(await names("mimi")).toEqual([]);
  await aReply(platform, topic, { author: mimi });
  expect(await names("mimi")).toEqual(["mimi"]);
});

test("who is suspended or has left is not offered", async () => {
  const gone = await aMember(platform, { name: "yara", deletedAt: clock.now() });
  const barred = await aMember(platform, { name: "yuri", suspendedAt: clock.now() });
  for (const author of [gone, barred]) await aReply(platform, topic, { author });
  expect(await names("y", topic.number)).toEqual([]);
});

test("one member asks as often as people type, and no faster", () => {
  const now = clock.now();
  const answers = Array.from({ length: questionsAMinute + 5 }, () => mayAskForNames(asker.id, now));
  expect(answers.filter(Boolean)).toHaveLength(questionsAMinute);
  expect(mayAskForNames(lin.id, now)).toBe(true);
  expect(mayAskForNames(asker.id, new Date(now.getTime() + minutes(1)))).toBe(true);
});
