import { describe, expect, test } from "vitest";
import { setAffected } from "~/features/discussions/affecting.server";
import { castVote } from "~/features/suggestions/voting.server";
import { setFollow, setFollows } from "~/features/topics/following.server";
import type { TopicSection } from "~/features/topics/my-section";
import { listMyTopics } from "~/features/topics/my-topics.server";
import { visitSection } from "~/features/topics/section-visits.server";
import { changeStatus } from "~/features/topics/status.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { hours, minutes } from "~/platform/clock/clock";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei" });
const as = (actor: typeof mei) => contextFor(platform, actor);

/** What a member sees when they open one of their lists. */
async function open(actor: typeof mei, section: TopicSection, isMuted = false) {
  const since = await visitSection(as(actor), section);
  return (await listMyTopics(as(actor), { section, since, after: null, isMuted })).topics;
}

describe("a member's own page", () => {
  test("lists what they posted, voted for, are affected by and follow, each in its place", async () => {
    const sam = await aMember(platform);
    const posted = await aDiscussion(platform, { author: sam });
    const voted = await aSuggestion(platform, { author: mei });
    const affecting = await aDiscussion(platform, { author: mei });
    await castVote(as(sam), { number: voted.number });
    await setAffected(as(sam), { number: affecting.number });
    const numbers = async (section: TopicSection) =>
      (await open(sam, section)).map(({ number }) => number).sort();
    expect(await numbers("posted")).toEqual([posted.number]);
    expect(await numbers("voted")).toEqual([voted.number]);
    expect(await numbers("affected")).toEqual([affecting.number]);
    expect(await numbers("following")).toEqual([posted.number, voted.number, affecting.number].sort());
  });

  test("says what others did since the last visit, until the visit after it", async () => {
    const sam = await aMember(platform);
    const topic = await aDiscussion(platform, { author: sam });
    clock.advance(minutes(1));
    await aReply(platform, topic, { author: mei });
    await aReply(platform, topic, { author: sam });
    await aReply(platform, topic, { author: mei, heldAt: clock.now() });
    const news = async () => (await open(sam, "posted"))[0]?.news;
    expect(await news()).toEqual({ replies: 1, isOfficial: false, isStatus: false });
    clock.advance(minutes(5));
    expect(await news()).toMatchObject({ replies: 1 });
    clock.advance(hours(1));
    expect(await news()).toEqual({ replies: 0, isOfficial: false, isStatus: false });
    clock.advance(minutes(1));
    await anOfficialReply(platform, topic, { author: await aMember(platform, { role: "staff" }) });
    await inTransaction(as(mei), (tx) =>
      changeStatus(tx, { topicId: topic.id, to: "acknowledged", actorId: mei.id }),
    );
    expect(await news()).toEqual({ replies: 1, isOfficial: true, isStatus: true });
  });

  test("says nothing more of what was read in the topic itself, whenever they look here", async () => {
    const sam = await aMember(platform);
    const topic = await aDiscussion(platform, { author: sam });
    clock.advance(minutes(1));
    const { id: lastReplyId } = await aReply(platform, topic, { author: mei });
    const at = clock.now();
    await db.readPosition.create({
      data: {
        memberId: sam.id,
        topicId: topic.id,
        lastReplyId,
        lastAt: at,
        sinceReplyId: lastReplyId,
        sinceAt: at,
      },
    });
    expect((await open(sam, "posted"))[0]?.news.replies).toBe(0);
    await aReply(platform, topic, { author: mei });
    clock.advance(hours(2));
    expect((await open(sam, "posted"))[0]?.news.replies).toBe(1);
    clock.advance(hours(2));
    expect((await open(sam, "posted"))[0]?.news.replies).toBe(1);
  });

  test("is told nothing of what happened before they came to it", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    await aReply(platform, topic, { author: mei });
    clock.advance(minutes(1));
    const sam = await aMember(platform);
    await setAffected(as(sam), { number: topic.number });
    expect((await open(sam, "affected"))[0]?.news.replies).toBe(0);
  });

  test("forgets what is held or deleted, and never lists it for others", async () => {
    const sam = await aMember(platform);
    const topic = await aDiscussion(platform, { author: mei });
    await setFollow(as(sam), { number: topic.number, level: "following" });
    await db.topic.update({ where: { id: topic.id }, data: { heldAt: clock.now(), isListed: false } });
    expect(await open(sam, "following")).toEqual([]);
  });

  test("changes many at once and parts what is muted from the rest", async () => {
    const sam = await aMember(platform);
    const topics = [await aDiscussion(platform), await aDiscussion(platform), await aDiscussion(platform)];
    for (const { number } of topics) await setFollow(as(sam), { number, level: "following" });
    const [one, two, three] = topics.map(({ number }) => number) as [number, number, number];
    const change = { numbers: [two, one, one, 999_999], level: "muted" } as const;
    expect(await Promise.all([setFollows(as(sam), change), setFollows(as(sam), change)])).toEqual([
      { count: 2 },
      { count: 2 },
    ]);
    expect((await open(sam, "following")).map(({ number }) => number)).toEqual([three]);
    expect((await open(sam, "following", true)).map(({ number }) => number).sort()).toEqual(
      [one, two].sort(),
    );
  });

  test("comes page by page however often what is on it moves", async () => {
    const sam = await aMember(platform);
    for (let index = 0; index < 28; index++) await aDiscussion(platform, { author: sam });
    const seen = new Set<number>();
    const since = new Date(0);
    for (const section of ["posted", "following"] as const) {
      seen.clear();
      const first = await listMyTopics(as(sam), { section, since, after: null });
      const second = await listMyTopics(as(sam), { section, since, after: first.next });
      for (const { id } of [...first.topics, ...second.topics]) seen.add(id);
      expect([first.topics.length, second.topics.length, second.next]).toEqual([25, 3, null]);
      expect(seen.size).toBe(28);
    }
  });
});
