import { expect, test } from "vitest";
import { openTopic } from "~/features/topics/opening.server";
import { prepareText, prepareTexts } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { aDiscussion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const mei = await aMember(platform, { name: "mei" });
const { db } = platform;

test("a new topic is numbered, followed by its author and told to listeners", async () => {
  const { id, number, slug } = await aDiscussion(platform, { author: mei, title: "Swap stuck on “pending”" });
  expect(slug).toBe("swap-stuck-on-pending");
  const topic = await db.topic.findUniqueOrThrow({
    where: { id },
    include: { follows: true, timeline: true, author: true },
  });
  expect(topic).toMatchObject({
    number,
    board: "discussion",
    kind: "problem",
    status: "open",
    isListed: true,
  });
  expect(topic.follows).toMatchObject([{ memberId: mei.id, reason: "author", level: "following" }]);
  expect(topic.timeline).toMatchObject([{ type: "opened", actorId: mei.id }]);
  expect(topic.author.topicCount).toBe(1);
  const events = await db.outbox.findMany({ where: { type: "topic.opened" } });
  expect(events.map(({ payload }) => payload)).toContainEqual({ topicId: id });
});

test("topics opened at once get numbers of their own, without a gap", async () => {
  const { id: areaId } = await anArea(platform);
  const before = await db.topic.aggregate({ _max: { number: true } });
  const opened = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      aDiscussion(platform, { author: mei, areaId, title: `Opened together ${index}` }),
    ),
  );
  const numbers = opened.map(({ number }) => number).sort((a, b) => a - b);
  const first = (before._max.number ?? 0) + 1;
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => first + index));
});

test("a topic whose transaction fails leaves nothing behind and takes no number", async () => {
  const { id: areaId } = await anArea(platform);
  const ctx = contextFor(platform, mei);
  const text = await prepareText(ctx, { title: "Never to be seen", body: "text" });
  const counts = async () => [await db.topic.count(), await db.outbox.count(), await db.sequence.findFirst()];
  const before = await counts();
  const failing = inTransaction(ctx, async (tx) => {
    await openTopic(tx, { board: "discussion", kind: "question", areaId, status: "open", text });
    throw new Error("later");
  });
  await expect(failing).rejects.toThrow("later");
  expect(await counts()).toEqual(before);
});

test("tags are shared between topics by what they read as", async () => {
  const one = await aDiscussion(platform, { tags: ["Ledger", "ledger", "助记词"] });
  const other = await aDiscussion(platform, { tags: ["LEDGER"] });
  const tagsOf = (topicId: number) => db.topicTag.findMany({ where: { topicId }, include: { tag: true } });
  expect((await tagsOf(one.id)).map(({ tag }) => tag.name).sort()).toEqual(["Ledger", "助记词"]);
  expect((await tagsOf(other.id)).map(({ tag }) => tag.name)).toEqual(["Ledger"]);
});

test("a text links the topics and members it names, and only those there are", async () => {
  const { number, slug } = await aDiscussion(platform, { title: "Known to all" });
  const hidden = await aDiscussion(platform, { title: "Held back", heldAt: platform.clock.now() });
  const ctx = contextFor(platform, mei);
  const text = await prepareText(ctx, {
    title: "  Same as\tbefore ",
    body: `@Mei see #${number}, not #${hidden.number} nor #999999, nor @nobody-here`,
  });
  expect(text.title).toBe("Same as before");
  expect(text.bodyHtml).toContain(`href="/t/${number}/${slug}"`);
  expect(text.bodyHtml).not.toContain(`/t/${hidden.number}`);
  expect(text.bodyHtml).not.toContain('999999"');
  expect(text.mentions).toEqual(["mei"]);
  expect(text.excerpt).toContain("see #");
});

test("many texts are prepared in order with as many look-ups as one", async () => {
  const ctx = contextFor(platform, mei);
  const bodies = Array.from({ length: 30 }, (_, index) => ({
    body: `Text ${index} for @mei about 转账失败 and gui#${index}`,
  }));
  platform.queries.length = 0;
  const texts = await prepareTexts(
    ctx,
    bodies.map((draft, index) => ({ ...draft, references: { [`gui#${index}`]: `/t/${index + 1}` } })),
  );
  expect(platform.queries.length).toBeLessThanOrEqual(2);
  expect(texts.map(({ body }) => body)).toEqual(bodies.map(({ body }) => body));
  expect(texts[7]!.bodyHtml).toContain('href="/t/8"');
  expect(texts[7]!.bodyHtml).not.toContain('href="/t/9"');
});

test("scripts, handlers and foreign schemes do not get into what is stored for the page", async () => {
  const { bodyHtml } = await prepareText(contextFor(platform, mei), {
    body: "<script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1)) <svg onload=alert(1)>",
  });
  expect(bodyHtml).not.toMatch(/<script|<img|<svg|href="javascript:/i);
});
