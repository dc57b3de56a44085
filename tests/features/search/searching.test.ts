import { expect, test } from "vitest";
import { inTransaction } from "~/platform/db/transaction.server";
import { changeStatus } from "~/features/topics/status.server";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { answerTo, searchable, textOf, titlesFor } from "./searchable";

const platform = await testPlatform();
const { drain } = await searchable(platform);
const transaction = await anArea(platform, {
  slug: "transaction",
  names: { en: "Transactions", "zh-CN": "交易" },
});
const security = await anArea(platform, { slug: "security", names: { en: "Security", "zh-CN": "安全" } });
const mei = await aMember(platform, { name: "Mei", displayName: "美" });
const staff = await aMember(platform, { name: "lin", displayName: "Lin", role: "staff" });

const stuck = await aDiscussion(platform, {
  title: "TRX swap stuck on pending for hours",
  body: "Since this morning every USDT to TRX swap stays on pending.",
  areaId: transaction.id,
  author: mei,
});
await aDiscussion(platform, {
  title: "助记词丢了怎么找回",
  body: "换了手机，请问还能找回吗？",
  areaId: security.id,
  kind: "question",
});
await aDiscussion(platform, {
  title: "转账失败怎么办",
  body: "USDT 转账一直失败，钱还没到账。",
  areaId: transaction.id,
  author: mei,
});
await aSuggestion(platform, {
  title: "Dark mode for the desktop app",
  body: "My eyes hurt at night.",
  areaId: security.id,
  status: "planned",
});
const official = await aReply(platform, stuck, {
  body: "Yes, it is safe to wait. Two nodes fell behind.",
  author: staff,
  isOfficial: true,
});
await aReply(platform, stuck, { body: "Same here, the explorer says success." });
await platform.db.topic.update({ where: { id: stuck.id }, data: { officialCount: 1 } });
await drain();

test("a problem is found by its words and shown with what was found in it", async () => {
  const { results, total } = await answerTo(guest(platform), "swap pending");
  expect(total).toBe(2);
  const found = results.find(({ id }) => id === `t${stuck.id}`)!;
  expect(found).toMatchObject({
    kind: "problem",
    url: `/t/${stuck.number}/trx-swap-stuck-on-pending-for-hours`,
    status: "open",
    author: { name: "Mei", displayName: "美" },
  });
  expect(found.title.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["swap", "pending"]);
  expect(textOf(found.excerpt)).toContain("USDT to TRX swap");
});

test("an official reply is found by the question it answers and carries its seal to the page", async () => {
  const { results } = await answerTo(guest(platform), { words: "swap stuck", isOfficial: true });
  expect(results.map(({ id, kind, url }) => [id, kind, url])).toEqual([
    [`r${official.id}`, "reply", `/t/${stuck.number}/replies/${official.id}`],
  ]);
});

test("an ordinary reply is found by its own words only", async () => {
  expect(await titlesFor(guest(platform), "explorer success")).toEqual([
    "TRX swap stuck on pending for hours",
  ]);
  expect((await answerTo(guest(platform), { words: "swap stuck", kinds: ["reply"] })).total).toBe(1);
});

test("Chinese is found by words, by parts of words, in Traditional writing and by what means the same", async () => {
  const ctx = guest(platform, "zh-CN");
  expect(await titlesFor(ctx, "转账失败")).toEqual(["转账失败怎么办"]);
  expect(await titlesFor(ctx, "轉賬失敗")).toEqual(["转账失败怎么办"]);
  expect(await titlesFor(ctx, "转帐失败")).toEqual(["转账失败怎么办"]);
  expect(await titlesFor(ctx, "到账")).toEqual(["转账失败怎么办"]);
  expect(await titlesFor(ctx, "seed phrase")).toEqual(["助记词丢了怎么找回"]);
  expect(await titlesFor(ctx, "恢复词")).toEqual(["助记词丢了怎么找回"]);
});

test("filters narrow by kind, area, status, author, language and answer", async () => {
  const ctx = guest(platform);
  expect(await titlesFor(ctx, { kinds: ["suggestion"] })).toEqual(["Dark mode for the desktop app"]);
  expect(await titlesFor(ctx, { areas: ["security"], kinds: ["question"] })).toEqual(["助记词丢了怎么找回"]);
  expect(await titlesFor(ctx, { statuses: ["planned"] })).toEqual(["Dark mode for the desktop app"]);
  expect((await titlesFor(ctx, { authors: ["MEI"] })).sort()).toEqual([
    "TRX swap stuck on pending for hours",
    "转账失败怎么办",
  ]);
  expect(await titlesFor(ctx, { languages: ["zh"], areas: ["transaction"] })).toEqual(["转账失败怎么办"]);
  expect(await titlesFor(ctx, { answered: false, kinds: ["problem"] })).toEqual(["转账失败怎么办"]);
  expect(await titlesFor(ctx, { before: "2020-01-01" })).toEqual([]);
  expect(await titlesFor(ctx, { after: "2020-01-01", statuses: ["planned"] })).toEqual([
    "Dark mode for the desktop app",
  ]);
});

test("an author nobody is called finds nothing and is named", async () => {
  const answer = await answerTo(guest(platform), { authors: ["nobody-here"] });
  expect([answer.total, answer.unknownAuthors]).toEqual([0, ["nobody-here"]]);
});

test("facets count what each filter would leave, also beside the one that is set", async () => {
  const { facets, authors } = await answerTo(guest(platform), { kinds: ["suggestion"] });
  expect(facets.kind).toEqual({ problem: 2, reply: 2, question: 1, suggestion: 1 });
  expect(facets.status).toEqual({ planned: 1 });
  expect(authors.map(({ displayName, count }) => [displayName, count])).toHaveLength(1);
});

test.each([`x" OR audience = "role:staff`, `transaction" OR 1=1 --`, `') OR 1=1 --`, "public"])(
  "a filter with the value %s finds nothing",
  async (value) => {
    for (const question of [
      { areas: [value] },
      { statuses: [value] },
      { tags: [value] },
      { authors: [value] },
    ]) {
      expect(await titlesFor(guest(platform), question)).toEqual([]);
    }
  },
);

test.each([
  '"',
  "'",
  "*",
  "NEAR(",
  "title:swap",
  "swap AND",
  "swap OR",
  "(swap",
  "swap^2",
  "{swap}",
  "%",
  "_",
  "\\",
  "\u0000swap",
  "-",
  "@#!",
])("the question %j is answered", async (words) => {
  await expect(answerTo(guest(platform), words)).resolves.toMatchObject({ state: "answered" });
});

test("signs without a word match nothing, and nothing asked lists the newest", async () => {
  expect(await titlesFor(guest(platform), "@#!")).toEqual([]);
  expect((await answerTo(guest(platform), "")).total).toBe(6);
});

test("when nothing has all the words the answer says so", async () => {
  const answer = await answerTo(guest(platform), "swap unicorn");
  expect(answer.isRelaxed).toBe(true);
  expect(answer.results.map(({ id }) => id)).toContain(`t${stuck.id}`);
});

test("votes and newest order as they say", async () => {
  const more = await aSuggestion(platform, { title: "Dark icons everywhere" });
  await platform.db.topic.update({ where: { id: more.id }, data: { voteCount: 12 } });
  await inTransaction(contextFor(platform, staff), (tx) =>
    changeStatus(tx, { topicId: more.id, to: "planned", actorId: staff.id }),
  );
  await drain();
  expect(await titlesFor(guest(platform), { words: "dark", sort: "votes" })).toEqual([
    "Dark icons everywhere",
    "Dark mode for the desktop app",
  ]);
  expect((await titlesFor(guest(platform), { sort: "newest" }))[0]).toBe("Dark icons everywhere");
});

test("a page of twenty results costs a fixed number of queries", async () => {
  platform.queries.length = 0;
  await answerTo(guest(platform), "");
  expect(platform.queries.length).toBeLessThanOrEqual(4);
});

test("a page beyond the last is empty, not an error", async () => {
  expect(await titlesFor(guest(platform), { words: "swap", page: 40 })).toEqual([]);
  expect(await titlesFor(guest(platform), { words: "swap", page: 9_999 })).toEqual([]);
});
