import { describe, expect, test } from "vitest";
import { editReply, editTopic } from "~/features/topics/editing.server";
import { answerFeed } from "~/features/feeds/answering.server";
import { writeSite } from "~/features/site/settings.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { anAnnouncement } from "../../factories/announcements";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform, type TestPlatform } from "../../setup/platform";
import { brokenAtomRules, brokenJsonFeedRules } from "./feed-rules";

const hostile = "]]></title><script>alert(1)</script> \u202Eabc & 'quoted' \u0001\uFFFE";

async function aFullSite(locale: string) {
  const platform = await testPlatform();
  await inTransaction(guest(platform), (tx) =>
    writeSite(tx, { defaultLocale: locale as "en", name: `Site ${hostile}`.replace(/[\u0001\uFFFE]/g, "") }),
  );
  const area = await anArea(platform, { slug: "安全" });
  const author = await aMember(platform, { displayName: `</name>${hostile}` });
  const problem = await aDiscussion(platform, { title: hostile, body: hostile, areaId: area.id, author });
  const wish = await aSuggestion(platform, { title: hostile, body: "[a](/t/1) ![x](/files/1)", author });
  await aReply(platform, problem, { body: hostile, author });
  await anOfficialReply(platform, wish, { body: hostile });
  await anAnnouncement(platform, { title: hostile, release: "<1>", body: hostile });
  const names = ["all", "suggestions", "changelog", "official", "area-安全", `topic-${problem.number}`];
  return { platform, names, problem, wish, author };
}

async function textOf(platform: TestPlatform, file: string, headers: Record<string, string> = {}) {
  const answer = await answerFeed(guest(platform), new Request(`http://x/feeds/${file}`, { headers }), file);
  return { answer, text: await answer.text() };
}

describe.each(["en", "zh-CN"])("every feed of a site in %s", (locale) => {
  test("keeps the rules of Atom and of JSON Feed, whatever people write", async () => {
    const { platform, names } = await aFullSite(locale);
    for (const name of names) {
      const { text } = await textOf(platform, `${name}.atom`);
      expect(brokenAtomRules(text), name).toEqual([]);
      expect(text, name).toContain(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`);
      const json = await textOf(platform, `${name}.json`);
      expect(brokenJsonFeedRules(json.text), name).toEqual([]);
      expect(JSON.parse(json.text), name).toMatchObject({ language: locale });
    }
  });
});

test("an entry keeps its id when its title, its reader's language or the host of the site changes", async () => {
  const { platform, names, problem, author } = await aFullSite("en");
  const idsOf = async (on: TestPlatform) => {
    const found: string[] = [];
    for (const name of names)
      found.push(
        ...[...(await textOf(on, `${name}.atom`)).text.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id!),
      );
    return found;
  };
  const before = await idsOf(platform);
  await editTopic(contextFor(platform, author), {
    number: problem.number,
    title: "Another title",
    body: "Another text",
    version: 1,
  });
  const moved = { ...platform, config: { ...platform.config, origin: "https://elsewhere.example" } };
  const after = await idsOf(moved);
  expect(after).toEqual(before);
  expect((await textOf(moved, "all.atom")).text).toContain(`href="https://elsewhere.example/t/`);
});

test("whatever changes what a feed says changes its tag, and what does not leaves it", async () => {
  const { platform, problem, author } = await aFullSite("en");
  const { db, clock } = platform;
  const reply = await db.reply.findFirstOrThrow({ where: { topicId: problem.id } });
  const changes: [string, () => Promise<unknown>][] = [
    ["a new name", () => db.member.update({ where: { id: author.id }, data: { displayName: "Renamed" } })],
    ["a held reply", () => db.reply.update({ where: { id: reply.id }, data: { heldAt: clock.now() } })],
    ["a released reply", () => db.reply.update({ where: { id: reply.id }, data: { heldAt: null } })],
    ["a deleted reply", () => db.reply.update({ where: { id: reply.id }, data: { deletedAt: clock.now() } })],
  ];
  let tag = (await textOf(platform, `topic-${problem.number}.atom`)).answer.headers.get("etag")!;
  for (const [what, change] of changes) {
    await change();
    const known = { "if-none-match": tag };
    const { answer } = await textOf(platform, `topic-${problem.number}.atom`, known);
    expect(answer.status, what).toBe(200);
    tag = answer.headers.get("etag")!;
  }
  await db.topic.update({ where: { id: problem.id }, data: { voteCount: 7, affectedCount: 9 } });
  const { answer } = await textOf(platform, `topic-${problem.number}.atom`, { "if-none-match": tag });
  expect(answer.status).toBe(304);
});

test("an edited entry says when, and when it was written", async () => {
  const { platform, problem, author } = await aFullSite("en");
  const reply = await platform.db.reply.findFirstOrThrow({ where: { topicId: problem.id } });
  platform.clock.advance(60_000);
  await editReply(contextFor(platform, author), {
    number: problem.number,
    replyId: reply.id,
    body: "Said better",
    version: 1,
  });
  const { items } = JSON.parse((await textOf(platform, `topic-${problem.number}.json`)).text) as {
    items: { id: string; date_published: string; date_modified: string }[];
  };
  const item = items.find(({ id }) => id.endsWith(`reply/${reply.id}`))!;
  expect(Date.parse(item.date_modified) - Date.parse(item.date_published)).toBeGreaterThanOrEqual(60_000);
});
