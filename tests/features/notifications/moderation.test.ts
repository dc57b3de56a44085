import { expect, test } from "vitest";
import { appeal } from "~/features/moderation/appealing.server";
import { decideAppeal, decideReview, removePost, restorePost } from "~/features/moderation/deciding.server";
import { flagPost } from "~/features/moderation/flagging.server";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { aReader, mailing } from "./mails";
import { heardBy, tellEverybody } from "./telling";

const canary = "canary-9v2q";

async function aScene() {
  const platform = await testPlatform();
  const ada = await aMember(platform, { role: "moderator", displayName: "Ada Moderator" });
  const ben = await aMember(platform, { role: "moderator" });
  const [author, reporter] = [
    await aReader(platform, { displayName: "Author" }),
    await aReader(platform, { displayName: "Sam Reporter" }),
  ];
  const topic = await aDiscussion(platform, { author: ben, title: `Title ${canary}` });
  const reply = await aReply(platform, topic, { author, body: `Body ${canary}` });
  const as = (actor: typeof ada) => contextFor(platform, actor);
  const post = { number: topic.number, replyId: reply.id };
  return { platform, ada, ben, author, reporter, topic, reply, post, as, mails: mailing(platform) };
}

const wordsIn = (mails: object[]) => JSON.stringify(mails);

test("author and reporter hear of it once each, and neither mail nor notice names anybody or quotes anything", async () => {
  const { platform, ada, author, reporter, post, reply, as, mails } = await aScene();
  await flagPost(as(reporter), { ...post, reason: "secret", note: `Note ${canary}` });
  await tellEverybody(platform);
  expect(await heardBy(platform, author)).toMatchObject([{ type: "moderation", data: { what: "hidden" } }]);
  const item = await platform.db.reviewItem.findFirstOrThrow({ where: { replyId: reply.id, state: "open" } });
  const remove = { act: "remove", reason: "abuse", note: `Word ${canary}`, version: 1 } as const;
  await decideReview(as(ada), { id: item.id, ...remove });
  await mails.send();
  await mails.send();
  expect(await heardBy(platform, author)).toMatchObject([
    { type: "moderation", data: { what: "removed", reason: "abuse" } },
    { type: "moderation", data: { what: "hidden" } },
  ]);
  expect(await heardBy(platform, reporter)).toMatchObject([{ type: "report", data: { what: "upheld" } }]);
  // What was hidden when the first mail was due is decided by now: only the decision is told.
  expect(mails.to(author)).toHaveLength(1);
  expect(wordsIn(mails.to(author))).toContain("took your post away: Abuse");
  expect(mails.to(reporter)).toHaveLength(1);
  expect(wordsIn(mails.all)).not.toMatch(/canary|Ada Moderator|Sam Reporter/);
  expect(wordsIn(await heardBy(platform, author))).not.toMatch(/canary|Ada|Sam/);
});

test("a removal that was undone before its mail went is not mailed; what holds then is", async () => {
  const { platform, ada, ben, author, topic, as, mails } = await aScene();
  const own = await aDiscussion(platform, { author });
  await removePost(as(ada), { number: own.number, reason: "spam", note: "" });
  await tellEverybody(platform);
  await restorePost(as(ben), { number: own.number });
  await mails.send();
  expect(mails.to(author)).toHaveLength(1);
  expect(wordsIn(mails.to(author))).toContain("is back for everybody");
  expect(wordsIn(mails.to(author))).not.toContain("took your post away");
  expect(topic.number).not.toBe(own.number);
});

test("the end of an appeal is told to its author alone", async () => {
  const { platform, ada, ben, author, reporter, post, reply, as } = await aScene();
  await flagPost(as(reporter), { ...post, reason: "spam", note: "" });
  const open = () => platform.db.reviewItem.findFirstOrThrow({ where: { replyId: reply.id, state: "open" } });
  const remove = { act: "remove", reason: "spam", note: "", version: 1 } as const;
  const decided = await decideReview(as(ada), { id: (await open()).id, ...remove });
  if (!decided.ok) throw new Error(decided.reason);
  await appeal(as(author), { decisionId: decided.decisionId, text: "Please" });
  await decideAppeal(as(ben), { id: (await open()).id, act: "refuse", note: "No" });
  await tellEverybody(platform);
  const heard = await heardBy(platform, author);
  expect(heard.map(({ data }) => data.what)).toEqual(["confirmed", "removed"]);
  expect((await heardBy(platform, reporter)).map(({ data }) => data.what)).toEqual(["upheld"]);
});
