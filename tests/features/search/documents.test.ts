import { expect, test } from "vitest";
import { systemContext } from "~/features/members/context";
import { topicDocuments } from "~/features/search/documents.server";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const ctx = systemContext(platform);
const mei = await aMember(platform, { name: "mei", displayName: "美" });
const staff = await aMember(platform, { name: "lin", displayName: "Lin", role: "staff" });
const area = await anArea(platform, { slug: "security" });

test("a topic, its replies and its official replies become documents that say what everybody may see", async () => {
  const topic = await aDiscussion(platform, {
    title: "助记词丢了怎么找回",
    body: "换了手机，**请问**还能找回吗？[link](https://example.com)",
    author: mei,
    areaId: area.id,
    tags: ["iOS", "备份"],
    kind: "question",
  });
  const reply = await aReply(platform, topic, { body: "Me too", author: mei, helpfulCount: 3 });
  const official = await aReply(platform, topic, { body: "我们查一下。", author: staff, isOfficial: true });
  await aReply(platform, topic, { body: "deleted canary", deletedAt: platform.clock.now() });
  await aReply(platform, topic, { body: "held canary", heldAt: platform.clock.now() });

  const documents = await topicDocuments(ctx, [topic.id]);

  const thread = { threadId: `t${topic.id}`, audience: ["public"], category: "security" };
  expect(documents).toEqual([
    expect.objectContaining({
      ...thread,
      id: `t${topic.id}`,
      kind: "question",
      title: "助记词丢了怎么找回",
      body: "换了手机，请问还能找回吗？link",
      tags: expect.arrayContaining(["iOS", "备份"]) as string[],
      status: "open",
      authorId: String(mei.id),
      authorName: "美",
      answered: false,
      official: false,
      replyCount: 4,
      language: "zh",
      rev: platform.clock.now().getTime(),
    }),
    expect.objectContaining({
      ...thread,
      id: `r${reply.id}`,
      kind: "reply",
      title: "",
      body: "Me too",
      votes: 3,
      official: false,
    }),
    expect.objectContaining({
      ...thread,
      id: `r${official.id}`,
      kind: "reply",
      title: "助记词丢了怎么找回",
      official: true,
    }),
  ]);
});

test("replies to a suggestion are comments, and a hidden topic has no documents at all", async () => {
  const suggestion = await aSuggestion(platform, { title: "Something better" });
  await aReply(platform, suggestion, { body: "Yes please" });
  expect((await topicDocuments(ctx, [suggestion.id])).map(({ kind }) => kind)).toEqual([
    "suggestion",
    "comment",
  ]);
  for (const hidden of [{ deletedAt: platform.clock.now() }, { heldAt: platform.clock.now() }]) {
    const topic = await aDiscussion(platform, { title: "Hidden canary", ...hidden });
    await aReply(platform, topic, { body: "canary inside" });
    expect(await topicDocuments(ctx, [topic.id])).toEqual([]);
  }
});

test("a text of 64,000 characters is cut to what is searched", async () => {
  const topic = await aDiscussion(platform, { title: "A very long text", body: "word ".repeat(12_000) });
  const [document] = await topicDocuments(ctx, [topic.id]);
  expect(document!.body).toHaveLength(20_000);
});
