import { expect, test } from "vitest";
import { giveFeedback } from "~/features/official/answer-feedback.server";
import { listOfficial } from "~/features/official/reading.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { counterChecks } from "~/wiring/examination/counters.server";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei" });
const lin = await aMember(platform, { name: "lin", role: "staff" });
const as = (actor: typeof mei) => contextFor(platform, actor);

test("each member says once whether an official reply answered it, and may say otherwise later", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const { id: replyId } = await anOfficialReply(platform, topic, { author: lin });
  const say = (who: typeof mei, answer: "yes" | "no" | null) =>
    giveFeedback(as(who), { number: topic.number, replyId, answer });
  const members = await Promise.all(Array.from({ length: 6 }, () => aMember(platform)));
  await Promise.all(members.flatMap((who) => [say(who, "yes"), say(who, "yes"), say(who, "yes")]));
  expect(await say(mei, "no")).toEqual({ counts: { yes: 6, no: 1 }, mine: "no" });
  expect(await say(mei, "yes")).toEqual({ counts: { yes: 7, no: 0 }, mine: "yes" });
  const [letter] = await listOfficial(as(mei), topic.id);
  expect(letter?.feedback).toEqual({ counts: { yes: 7, no: 0 }, mine: "yes" });
  expect((await listOfficial(as(lin), topic.id))[0]?.feedback.mine).toBeNull();
  expect(await say(mei, null)).toEqual({ counts: { yes: 6, no: 0 }, mine: null });

  const [check] = counterChecks.filter(({ name }) => name.includes("that answered"));
  expect(await check!.count(platform)).toBe(0);
  await db.officialReply.update({ where: { replyId }, data: { yesCount: 9 } });
  expect(await check!.count(platform)).toBe(1);
  await check!.fix!(platform);
  expect((await db.officialReply.findUniqueOrThrow({ where: { replyId } })).yesCount).toBe(6);
});

test("it is not asked of who wrote it, nor of a reply that is none of the team's or has gone", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const official = await anOfficialReply(platform, topic, { author: lin });
  const plain = await aReply(platform, topic, { author: lin });
  const say = (who: typeof mei, replyId: number, number = topic.number) =>
    giveFeedback(as(who), { number, replyId, answer: "yes" });
  await expect(say(lin, official.id)).rejects.toThrow(Forbidden);
  await expect(say(mei, plain.id)).rejects.toThrow(NotFound);
  await expect(say(mei, official.id, (await aDiscussion(platform)).number)).rejects.toThrow(NotFound);
  await db.reply.update({ where: { id: official.id }, data: { deletedAt: clock.now() } });
  await expect(say(mei, official.id)).rejects.toThrow(NotFound);
});
