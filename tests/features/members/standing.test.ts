import { expect, test } from "vitest";
import { getStanding } from "~/features/members/standing.server";
import { deleteReply, deleteTopic, restoreTopic } from "~/features/topics/deleting.server";
import { days, hours } from "~/platform/clock/clock";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const moderator = await aMember(platform, { role: "moderator" });
const as = (actor: typeof moderator) => contextFor(platform, actor);
const lastRemovedAt = async (id: number) =>
  (await db.member.findUniqueOrThrow({ where: { id } })).lastRemovedAt;

test("a newcomer becomes a member with a verified address, a day, and a post that stands", async () => {
  const mei = await aMember(platform);
  expect(await getStanding(platform, mei.id)).toBe("newcomer");
  await db.member.update({ where: { id: mei.id }, data: { emailVerifiedAt: clock.now() } });
  clock.advance(hours(25));
  expect(await getStanding(platform, mei.id)).toBe("newcomer");
  const held = await aDiscussion(platform, { author: mei, heldAt: clock.now() });
  expect(await getStanding(platform, mei.id)).toBe("newcomer");
  await db.topic.update({ where: { id: held.id }, data: { heldAt: null } });
  expect(await getStanding(platform, mei.id)).toBe("member");
  expect(await getStanding(platform, moderator.id)).toBe("trusted");
});

test("what others take away is remembered, what somebody takes back themselves is not", async () => {
  const mei = await aMember(platform);
  const own = await aDiscussion(platform, { author: mei });
  await deleteTopic(as(mei), own);
  expect(await lastRemovedAt(mei.id)).toBeNull();

  const topic = await aDiscussion(platform, { author: mei });
  const reply = await aReply(platform, await aDiscussion(platform), { author: mei });
  const { number } = await db.topic.findFirstOrThrow({ where: { replies: { some: { id: reply.id } } } });
  await deleteReply(as(moderator), { number, replyId: reply.id });
  const first = await lastRemovedAt(mei.id);
  expect(first).toEqual(clock.now());
  clock.advance(days(2));
  await deleteTopic(as(moderator), topic);
  expect(await lastRemovedAt(mei.id)).toEqual(clock.now());
  await restoreTopic(as(moderator), topic);
  expect(await lastRemovedAt(mei.id)).toEqual(first);
});
