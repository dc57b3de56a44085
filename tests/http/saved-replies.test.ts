import { expect, test } from "vitest";
import { aMember } from "../factories/members";
import { aDiscussion } from "../factories/topics";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const hostile = await aMember(platform, {
  name: "mallory",
  displayName: "**[Win](https://evil.example)** @jonas",
});
const jonas = await aMember(platform, { role: "staff", name: "jonas", displayName: "Jonas" });
const mara = await aMember(platform, { role: "admin", name: "mara" });
const topic = await aDiscussion(platform, { author: hostile, title: "Fee {me} taken twice" });
const cookies = {
  member: await signedIn(platform, hostile.id),
  jonas: await signedIn(platform, jonas.id),
  mara: await signedIn(platform, mara.id),
};
type Who = keyof typeof cookies;
const read = async (path: string, who: Who) => {
  const answer = await site.get(path, { cookie: cookies[who], headers: { Accept: "text/html" } });
  return { status: answer.status, text: await answer.text() };
};
const send = async (path: string, values: Record<string, string>, who: Who) => {
  const answer = await site.post(path, values, { cookie: cookies[who], headers: { Accept: "text/html" } });
  return { status: answer.status, to: answer.headers.get("location"), text: await answer.text() };
};
const typed = {
  name: "Ask for the hash",
  "text-en": "Hello {name}, about {title}: which hash? {me}, {unknown}",
  "text-zh-CN": "",
};
const idOf = async () => (await platform.db.savedReply.findFirstOrThrow()).id;

test("admins keep them, nobody else does, and what cannot be taken comes back", async () => {
  expect((await send("/admin/saved-replies", typed, "jonas")).status).toBe(403);
  const wrong = await send(
    "/admin/saved-replies",
    { ...typed, name: "", "text-en": "x".repeat(8_001) },
    "mara",
  );
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain("Give it a name of up to 60 characters.");
  expect((await send("/admin/saved-replies", { ...typed, "text-en": "" }, "mara")).text).toContain(
    "Write the text in at least one language.",
  );
  expect((await send("/admin/saved-replies", typed, "mara")).status).toBe(303);
  expect((await read("/admin/saved-replies", "mara")).text).toContain("Ask for the hash");
});

test("one that began from a version no column can hold is told that it changed meanwhile", async () => {
  const path = `/admin/saved-replies/${await idOf()}`;
  for (const version of ["2147483648", "9007199254740991", "1e300"])
    expect((await send(path, { ...typed, version }, "mara")).status).toBe(409);
});

test("two who change one at once do not write over each other", async () => {
  const path = `/admin/saved-replies/${await idOf()}`;
  const version = String((await platform.db.savedReply.findFirstOrThrow()).version);
  expect((await send(path, { ...typed, version }, "mara")).status).toBe(303);
  const late = await send(path, { ...typed, "text-en": "Later words", version }, "mara");
  expect([late.status, late.text.includes("Later words")]).toEqual([409, true]);
});

test("without script, Insert brings the form back with what was typed and the text under it", async () => {
  const saved = String(await idOf());
  for (const form of ["replies", "official"]) {
    const path = `/t/${topic.number}/${form}`;
    const again = await send(
      path,
      { body: "What I typed", saved, "insert-saved": "1", submission: "s" },
      "jonas",
    );
    expect(again.status).toBe(200);
    expect(again.text).toMatch(/What I typed\n\nHello \\\*\\\*\\\[Win\\\]/);
    expect(again.text).toContain("about Fee {me} taken twice: which hash? Jonas, {unknown}");
  }
  expect(await platform.db.reply.count({ where: { topicId: topic.id } })).toBe(0);
});

test("with script, the text comes as JSON, for staff alone", async () => {
  const path = `/t/${topic.number}/saved-reply?id=${await idOf()}`;
  const { text } = JSON.parse((await read(path, "jonas")).text) as { text: string };
  expect(text).toContain("https\\://evil.example");
  expect(text).toContain("\\@jonas");
  expect((await read(path, "member")).status).toBe(403);
  expect((await read(`/t/${topic.number}/saved-reply?id=4711`, "jonas")).status).toBe(404);
});

test("a name that tries to be markup, a link or a mention is none of it in the answer", async () => {
  const path = `/t/${topic.number}/saved-reply?id=${await idOf()}`;
  const { text } = JSON.parse((await read(path, "jonas")).text) as { text: string };
  const sent = await send(`/t/${topic.number}/replies`, { body: text, submission: "t" }, "jonas");
  expect(sent.status).toBe(303);
  const { bodyHtml } = await platform.db.reply.findFirstOrThrow({ where: { topicId: topic.id } });
  expect(bodyHtml).not.toMatch(/<a|<strong/);
  expect(bodyHtml).toContain("@jonas");
});

test("members see no choice and insert nothing", async () => {
  expect((await read(`/t/${topic.number}/${topic.slug}`, "member")).text).not.toContain("insert-saved");
  expect((await read(`/t/${topic.number}/${topic.slug}`, "jonas")).text).toContain("insert-saved");
});
