import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { sessionsOf } from "~/features/auth/lucia.server";
import { liveHub } from "~/features/live/hub.server";
import { mostStreams } from "~/features/live/limits";
import { LiveStream } from "~/features/live/stream";
import { castVote } from "~/features/suggestions/voting.server";
import { deleteReply, deleteTopic } from "~/features/topics/deleting.server";
import { editReply } from "~/features/topics/editing.server";
import { setFollow } from "~/features/topics/following.server";
import { postReply } from "~/features/topics/replying.server";
import type { Actor } from "~/features/members/context";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import { awaited, subscriptions } from "~/wiring/subscriptions.server";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply, aSuggestion, type TopicMade } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform, type TestPlatform } from "../../setup/platform";
import { aListener } from "./listener";

const stops: (() => unknown)[] = [];
afterAll(() => Promise.all(stops.map((stop) => stop())));

async function aSite() {
  const platform = await testPlatform();
  const [mei, sam] = [await aMember(platform), await aMember(platform)];
  stops.push(() => liveHub(platform).close());
  return { platform, mei, sam };
}

function reply(platform: TestPlatform, author: Actor, topic: TopicMade, body = "A reply") {
  return aReply(platform, topic, { author, body });
}

async function work(platform: TestPlatform) {
  await new OutboxWorker(platform, subscriptions, awaited).drain();
}

describe("an open page", () => {
  test("hears of replies of others, votes and its bell, and never of its own replies", async () => {
    const { platform, mei, sam } = await aSite();
    const topic = await aSuggestion(platform, { author: mei });
    const [ofMei, ofGuest] = [
      await aListener(platform, mei, { topic: topic.number }),
      await aListener(platform, null, { topic: topic.number }),
    ];
    await reply(platform, sam, topic);
    await reply(platform, mei, topic);
    await castVote(contextFor(platform, sam), { number: topic.number });
    await work(platform);
    await liveHub(platform).poke();
    const ids = (await platform.db.reply.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
    const news = (told: Awaited<ReturnType<typeof ofMei.soFar>>) =>
      told.flatMap((message) => (message.event === "topic" ? [message.data] : []));
    expect(news(await ofMei.soFar()).at(-1)).toMatchObject({ number: topic.number, came: [ids[0]] });
    expect(news(await ofGuest.soFar()).at(-1)).toMatchObject({
      came: ids,
      counts: { [`/suggestions/${topic.number}/vote`]: 1 },
    });
    expect((await ofMei.soFar()).find(({ event }) => event === "bell")?.data).toMatchObject({ count: "1" });
    expect((await ofGuest.soFar()).some(({ event }) => event === "bell")).toBe(false);
  });

  test("of a list hears of new topics of its board only", async () => {
    const { platform, mei, sam } = await aSite();
    const page = await aListener(platform, sam, { board: "suggestion" });
    const wish = await aSuggestion(platform, { author: mei });
    await aDiscussion(platform, { author: mei });
    await liveHub(platform).poke();
    expect(await page.soFar()).toMatchObject([
      { event: "topic", data: { number: wish.number, isNew: true } },
    ]);
  });

  test("hears what it missed when it comes back, and is told to load again when that is too much", async () => {
    const { platform, mei, sam } = await aSite();
    const topic = await aDiscussion(platform, { author: mei });
    const first = await aListener(platform, mei, { topic: topic.number });
    await reply(platform, sam, topic);
    await liveHub(platform).poke();
    const last = (await first.soFar()).at(-1)!.id!;
    await first.stop();
    await reply(platform, sam, topic);
    const newest = await platform.db.reply.findFirstOrThrow({ orderBy: { id: "desc" } });
    const back = await aListener(platform, mei, { topic: topic.number, last });
    expect(await back.soFar()).toMatchObject([{ event: "topic", data: { came: [newest.id] } }]);

    const at = platform.clock.now();
    await platform.db.outbox.createMany({
      data: Array.from({ length: 600 }, () => ({ type: "x", payload: {}, createdAt: at, runAt: at })),
    });
    const late = await aListener(platform, mei, { topic: topic.number, last });
    expect(await late.soFar()).toMatchObject([{ event: "reset" }]);
  });

  test("hears what came between being written and beginning to listen", async () => {
    const { platform, mei, sam } = await aSite();
    const topic = await aDiscussion(platform, { author: mei });
    await reply(platform, sam, topic);
    platform.clock.advance(60_000);
    const since = platform.clock.now().getTime();
    await reply(platform, sam, topic);
    const newest = await platform.db.reply.findFirstOrThrow({ orderBy: { id: "desc" } });
    const page = await aListener(platform, mei, { topic: topic.number, since });
    expect(await page.soFar()).toMatchObject([{ event: "topic", data: { came: [newest.id] } }]);
  });
});

describe("nobody hears", () => {
  test("of what was hidden between the event and its telling, nor of what is held", async () => {
    const { platform, mei, sam } = await aSite();
    const topic = await aDiscussion(platform, { author: mei });
    const staff = await aMember(platform, { role: "admin" });
    const [page, guest, team] = [
      await aListener(platform, mei, { topic: topic.number }),
      await aListener(platform, null, { topic: topic.number }),
      await aListener(platform, staff, { topic: topic.number }),
    ];
    await reply(platform, sam, topic, "canary-7f3k");
    const { id } = await platform.db.reply.findFirstOrThrow();
    platform.clock.advance(1_000);
    await platform.db.reply.update({ where: { id }, data: { heldAt: platform.clock.now() } });
    await liveHub(platform).poke();
    for (const each of [page, guest])
      expect(await each.soFar()).toMatchObject([{ data: { came: [], gone: [id] } }]);
    expect(await team.soFar()).toMatchObject([{ data: { came: [id] } }]);

    await reply(platform, sam, topic, "canary-7f3k");
    await platform.db.topic.update({ where: { id: topic.id }, data: { deletedAt: platform.clock.now() } });
    const before = (await page.soFar()).length;
    await liveHub(platform).poke();
    expect((await page.soFar()).length).toBe(before);
    expect(JSON.stringify([...page.told, ...guest.told, ...team.told])).not.toContain("canary");
  });

  test("that a reply is held from the start, is changed, taken back, or makes its author follow", async () => {
    const { platform, mei, sam } = await aSite();
    const ctx = contextFor(platform, sam);
    const topic = await aDiscussion(platform, { author: mei });
    const [page, guest] = [
      await aListener(platform, mei, { topic: topic.number }),
      await aListener(platform, null, { board: "discussion" }),
    ];
    const { number } = topic;
    const body = "Write to me: https://exchange.example/";
    await postReply(ctx, { number, body, attachmentIds: [], submission: randomUUID() });
    const { id: replyId, heldAt } = await platform.db.reply.findFirstOrThrow();
    expect(heldAt).not.toBeNull();
    await editReply(ctx, { number, replyId, body: `${body} now`, version: 1 });
    await setFollow(ctx, { number, level: "following" });
    await deleteReply(ctx, { number, replyId });
    await liveHub(platform).poke();
    expect([await page.soFar(), await guest.soFar()]).toEqual([[], []]);
  });

  test("of a deleted reply as if it were there, nor of a deleted topic at all", async () => {
    const { platform, mei, sam } = await aSite();
    const topic = await aDiscussion(platform, { author: mei });
    const page = await aListener(platform, mei, { topic: topic.number });
    await reply(platform, sam, topic);
    const { id } = await platform.db.reply.findFirstOrThrow();
    await deleteReply(contextFor(platform, sam), { number: topic.number, replyId: id });
    await liveHub(platform).poke();
    expect(await page.soFar()).toMatchObject([{ data: { came: [], gone: [id] } }]);
    const moderator = await aMember(platform, { role: "admin" });
    await deleteTopic(contextFor(platform, moderator), { number: topic.number });
    await liveHub(platform).poke();
    expect(await page.soFar()).toHaveLength(1);
    await expect(aListener(platform, sam, { topic: topic.number })).rejects.toMatchObject({ status: 404 });
  });

  test.each(["signed out", "suspended"])("anything once %s", async (how) => {
    const { platform, mei, sam } = await aSite();
    const topic = await aDiscussion(platform, { author: sam });
    const page = await aListener(platform, mei, { topic: topic.number });
    if (how === "signed out") await sessionsOf(platform).invalidateSession(page.sessionId);
    else
      await platform.db.member.update({ where: { id: mei.id }, data: { suspendedAt: platform.clock.now() } });
    await reply(platform, sam, topic);
    await liveHub(platform).poke();
    expect(await page.soFar()).toEqual([]);
    expect(page.isOver).toBe(true);
    expect(liveHub(platform).streams.size).toBe(0);
  });

  test("from a page that is idle, after its session has ended", async () => {
    const { platform, mei } = await aSite();
    const page = await aListener(platform, mei, {});
    await liveHub(platform).beat();
    await page.soFar();
    expect(page.isOver).toBe(false);
    await sessionsOf(platform).invalidateSession(page.sessionId);
    await liveHub(platform).beat();
    await page.soFar();
    expect(page.isOver).toBe(true);
  });
});

describe("streams", () => {
  test("are limited for a member and for a network, and a guest needs something to hear", async () => {
    const { platform, mei, sam } = await aSite();
    for (let index = 0; index < mostStreams.perMember; index++) await aListener(platform, mei, {});
    await expect(aListener(platform, mei, {})).rejects.toMatchObject({ status: 429 });
    await aListener(platform, sam, {});
    await expect(aListener(platform, null, {})).rejects.toMatchObject({ status: 400 });
    for (let index = mostStreams.perMember + 1; index < mostStreams.perNetwork; index++)
      await aListener(platform, null, { board: "discussion" });
    await expect(aListener(platform, null, { board: "discussion" })).rejects.toMatchObject({ status: 429 });
    await aListener(platform, null, { board: "discussion" }, "203.0.113.9");
  });

  test("of a slow reader are cut off, and cost no more than their bound", () => {
    const stream = new LiveStream(
      {
        ...{ actor: null, role: "", sessionId: null, locale: "en", network: "x", topicId: 1, board: null },
      },
      () => {},
    );
    const label = "x".repeat(1_000);
    let told = 0;
    while (stream.tell({ event: "bell", data: { count: "1", label } })) told++;
    expect(told).toBeGreaterThan(5);
    expect(told).toBeLessThan(20);
    expect(stream.beat()).toBe(false);
  });

  test("of one process hear what another wrote, also what was numbered earlier and committed later", async () => {
    const { platform, mei, sam } = await aSite();
    const topic = await aDiscussion(platform, { author: mei });
    const page = await aListener(platform, mei, { topic: topic.number });
    const at = platform.clock.now();
    const row = (id: number) => ({
      ...{
        id,
        type: "topic.affected",
        payload: { topicId: topic.id, memberId: sam.id },
        createdAt: at,
        runAt: at,
      },
    });
    await platform.db.outbox.create({ data: row(900_002) });
    await liveHub(platform).poke();
    expect(await page.soFar()).toHaveLength(1);
    await platform.db.outbox.create({ data: row(900_001) });
    await liveHub(platform).poke();
    expect(await page.soFar()).toHaveLength(2);
    await liveHub(platform).poke();
    expect(await page.soFar()).toHaveLength(2);
  });

  test("cost nothing when nobody listens, and a fixed number of statements however many do", async () => {
    const { platform, mei, sam } = await aSite();
    const topic = await aDiscussion(platform, { author: mei });
    platform.queries.length = 0;
    await liveHub(platform).poke();
    expect(platform.queries).toHaveLength(0);
    for (let index = 0; index < 50; index++) await aListener(platform, null, { topic: topic.number });
    await reply(platform, sam, topic);
    platform.queries.length = 0;
    await liveHub(platform).poke();
    expect(platform.queries.length).toBeLessThanOrEqual(3);
  });
});
