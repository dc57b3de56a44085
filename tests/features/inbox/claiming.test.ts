import { expect, test } from "vitest";
import { assignTopic } from "~/features/inbox/assigning.server";
import { claimTopic, keepClaim, releaseTopic } from "~/features/inbox/claiming.server";
import { readHandling } from "~/features/inbox/handling.server";
import { listNotices } from "~/features/notifications/reading.server";
import { minutes } from "~/platform/clock/clock";
import { Forbidden, NotFound } from "~/platform/errors";
import { done, refused } from "~/platform/outcome";
import { drainOutbox } from "~/wiring/draining.server";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const jonas = await aMember(platform, { role: "staff", displayName: "Jonas" });
const mara = await aMember(platform, { role: "admin", displayName: "Mara" });
const moderator = await aMember(platform, { role: "moderator" });
const member = await aMember(platform);
const as = (actor: typeof jonas) => contextFor(platform, actor);
const held = async (topic: { id: number }) => (await readHandling(as(mara), { topicId: topic.id })).claim;

test("of twenty who say it at once, one has it and the others are told", async () => {
  const topic = await aDiscussion(platform);
  const team = await Promise.all(Array.from({ length: 20 }, () => aMember(platform, { role: "staff" })));
  const outcomes = await Promise.all(team.map((one) => claimTopic(as(one), { number: topic.number })));
  const winners = team.filter((_one, index) => outcomes[index]!.ok);
  expect(winners).toHaveLength(1);
  expect(outcomes.filter((one) => !one.ok)).toEqual(
    Array.from({ length: 19 }, () => refused("claimed-already")),
  );
  expect((await held(topic))?.by.id).toBe(winners[0]!.id);
});

test("saying it again keeps it, giving it back frees it, and nobody gives back what is not theirs", async () => {
  const topic = await aDiscussion(platform);
  expect(await claimTopic(as(jonas), topic)).toEqual(done({ slug: topic.slug }));
  const since = (await held(topic))!.since;
  clock.advance(minutes(5));
  expect((await claimTopic(as(jonas), topic)).ok).toBe(true);
  expect(await held(topic)).toMatchObject({ since, by: { displayName: "Jonas" } });
  await releaseTopic(as(mara), topic);
  expect(await held(topic)).not.toBeNull();
  await releaseTopic(as(jonas), topic);
  expect(await held(topic)).toBeNull();
});

test("it ends half an hour after the last sign of work, and is free then", async () => {
  const topic = await aDiscussion(platform);
  await claimTopic(as(jonas), topic);
  clock.advance(minutes(29));
  await keepClaim(as(jonas), { topicId: topic.id });
  clock.advance(minutes(29));
  expect(await claimTopic(as(mara), topic)).toEqual(refused("claimed-already"));
  clock.advance(minutes(1));
  expect(await held(topic)).toBeNull();
  await keepClaim(as(jonas), { topicId: topic.id });
  expect(await held(topic)).toBeNull();
  expect((await claimTopic(as(mara), topic)).ok).toBe(true);
  expect(await held(topic)).toMatchObject({ by: { displayName: "Mara" }, takenFrom: null });
});

test("it is taken over only from whom it was seen with, and that is told", async () => {
  const topic = await aDiscussion(platform);
  await claimTopic(as(jonas), topic);
  const other = await aMember(platform, { role: "staff" });
  expect(await claimTopic(as(mara), { ...topic, from: other.id })).toEqual(refused("claimed-already"));
  const takers = [mara, other];
  const outcomes = await Promise.all(
    takers.map((one) => claimTopic(as(one), { number: topic.number, from: jonas.id })),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await held(topic)).toMatchObject({ takenFrom: "Jonas" });
});

test("whoever answered is done with it; whoever did not goes on", async () => {
  const topic = await aDiscussion(platform);
  await claimTopic(as(jonas), topic);
  await anOfficialReply(platform, topic, { author: mara });
  await drainOutbox(platform, () => {});
  expect(await held(topic)).not.toBeNull();
  await anOfficialReply(platform, topic, { author: jonas });
  await drainOutbox(platform, () => {});
  expect(await held(topic)).toBeNull();
});

test("somebody of the team sees to it until somebody says otherwise, in the inbox as well", async () => {
  const topic = await aDiscussion(platform);
  await drainOutbox(platform, () => {});
  expect((await assignTopic(as(jonas), { number: topic.number, name: mara.name })).ok).toBe(true);
  const owner = async () => (await readHandling(as(jonas), { topicId: topic.id })).owner?.displayName;
  const listed = async () => (await db.obligation.findFirst({ where: { topicId: topic.id } }))?.ownerId;
  expect([await owner(), await listed()]).toEqual(["Mara", mara.id]);
  // What waits anew of the same topic is theirs too.
  await anOfficialReply(platform, topic, { author: jonas });
  await drainOutbox(platform, () => {});
  expect(await listed()).toBeUndefined();
  expect(await owner()).toBe("Mara");
  expect(await assignTopic(as(jonas), { number: topic.number, name: member.name })).toEqual(
    refused("owner-unknown"),
  );
  await assignTopic(as(mara), { number: topic.number, name: null });
  expect(await owner()).toBeUndefined();
});

test("only the team does any of this, and only to what is there", async () => {
  const topic = await aDiscussion(platform);
  for (const actor of [member, moderator]) {
    await expect(claimTopic(as(actor), topic)).rejects.toThrow(Forbidden);
    await expect(releaseTopic(as(actor), topic)).rejects.toThrow(Forbidden);
    await expect(readHandling(as(actor), { topicId: topic.id })).rejects.toThrow(Forbidden);
    await expect(assignTopic(as(actor), { number: topic.number, name: actor.name })).rejects.toThrow(
      Forbidden,
    );
  }
  await expect(claimTopic(as(jonas), { number: 999_999 })).rejects.toThrow(NotFound);
});

test("whom a topic is assigned to is told once, unless it was them, or is somebody else's by then", async () => {
  const topic = await aDiscussion(platform);
  await drainOutbox(platform, () => {});
  const [lena, ivo] = [
    await aMember(platform, { role: "staff", name: "lena", emailVerifiedAt: clock.now() }),
    await aMember(platform, { role: "staff", name: "ivo" }),
  ];
  const assign = (actor: typeof jonas, name: string) =>
    assignTopic(as(actor), { number: topic.number, name });
  const told = async (actor: typeof jonas) => {
    await drainOutbox(platform, () => {});
    const { notices } = await listNotices(as(actor), null);
    return notices.map(({ type, topic: about, actor: by }) => [type, about?.number, by?.displayName]);
  };
  await assign(lena, "lena");
  expect(await told(lena)).toEqual([]);
  await assign(jonas, "ivo");
  await assign(jonas, "lena");
  // Said again, nothing has changed.
  await assign(mara, "lena");
  expect(await told(ivo)).toEqual([]);
  expect(await told(lena)).toEqual([["assigned", topic.number, "Jonas"]]);
  expect(await db.mail.count({ where: { memberId: lena.id, kind: "notices" } })).toBe(1);
  await assign(jonas, "ivo");
  expect(await told(ivo)).toEqual([["assigned", topic.number, "Jonas"]]);
});
