import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { withdrawAnnouncement } from "~/features/changelog/withdrawing.server";
import { answerFeed } from "~/features/feeds/answering.server";
import { guest, contextFor } from "../../setup/contexts";
import { anAnnouncement } from "../../factories/announcements";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { testPlatform, type TestPlatform } from "../../setup/platform";

interface JsonFeed {
  title: string;
  home_page_url: string;
  feed_url: string;
  items: {
    id: string;
    url: string;
    title: string;
    content_html?: string;
    content_text?: string;
    date_modified: string;
  }[];
}

function ask(platform: TestPlatform, file: string, headers: Record<string, string> = {}) {
  const request = new Request(`http://hearback.test/feeds/${file}`, { headers });
  return answerFeed(guest(platform), request, file);
}

async function jsonOf(platform: TestPlatform, name: string): Promise<JsonFeed> {
  return (await (await ask(platform, `${name}.json`)).json()) as JsonFeed;
}

async function titlesOf(platform: TestPlatform, name: string): Promise<string[]> {
  return (await jsonOf(platform, name)).items.map((item) => item.title);
}

/** Parses strictly, and gives the ids of the feed's entries. */
async function readAtom(platform: TestPlatform, name: string): Promise<{ ids: string[]; xml: string }> {
  const xml = await (await ask(platform, `${name}.atom`)).text();
  const parser = new SaxesParser({ xmlns: true });
  const ids: string[] = [];
  const open: string[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => open.push(tag.name));
  parser.on("text", (text) => {
    if (open.at(-1) === "id" && open.at(-2) === "entry") ids.push(text);
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return { ids, xml };
}

const names = ["all", "changelog", "official", "suggestions"];

describe("feeds", () => {
  test("are well-formed and complete when nothing was ever said", async () => {
    const platform = await testPlatform();
    for (const name of names) {
      expect((await readAtom(platform, name)).ids).toEqual([]);
      expect((await jsonOf(platform, name)).items).toEqual([]);
    }
  });

  test("carry each its own, newest first, with ids that stay and whole addresses", async () => {
    const platform = await testPlatform();
    const area = await anArea(platform, { slug: "交易" });
    const problem = await aDiscussion(platform, {
      title: "Swap stays pending",
      areaId: area.id,
      body: "See [this](/t/1).",
    });
    platform.clock.advance(1000);
    const wish = await aSuggestion(platform, { title: "Dark receive codes" });
    platform.clock.advance(1000);
    await anOfficialReply(platform, problem, { type: "workaround" });
    platform.clock.advance(1000);
    const { id, slug } = await anAnnouncement(platform, { title: "Codes can be scanned", release: "2.3.9" });
    const all = [
      "2.3.9: Codes can be scanned",
      "Workaround: Swap stays pending",
      "Dark receive codes",
      "Swap stays pending",
    ];
    expect(await titlesOf(platform, "all")).toEqual(all);
    expect(await titlesOf(platform, "changelog")).toEqual(all.slice(0, 1));
    expect(await titlesOf(platform, "official")).toEqual(all.slice(1, 2));
    expect(await titlesOf(platform, "suggestions")).toEqual(all.slice(2, 3));
    expect(await titlesOf(platform, "area-交易")).toEqual(all.slice(3));
    expect(await titlesOf(platform, `topic-${problem.number}`)).toHaveLength(2);
    expect(await titlesOf(platform, `topic-${wish.number}`)).toEqual(["Dark receive codes"]);

    const changelog = await jsonOf(platform, "changelog");
    expect(changelog).toMatchObject({
      home_page_url: "http://hearback.test/changelog",
      feed_url: "http://hearback.test/feeds/changelog.json",
      items: [
        { id: `tag:hearback.test,2026:announcement/${id}`, url: `http://hearback.test/changelog/${slug}` },
      ],
    });
    expect((await readAtom(platform, "changelog")).ids).toEqual([
      `tag:hearback.test,2026:announcement/${id}`,
    ]);
    const [topic] = (await jsonOf(platform, "area-交易")).items;
    expect(topic!.content_html).toContain(`href="http://hearback.test/t/1"`);
  });

  test("are not there for what does not exist or is not public", async () => {
    const platform = await testPlatform();
    const deleted = await aDiscussion(platform, { deletedAt: platform.clock.now() });
    const held = await aDiscussion(platform, { heldAt: platform.clock.now() });
    const files = [
      "none.atom",
      "all.xml",
      "topic-999.atom",
      "area-nowhere.json",
      `topic-${deleted.number}.atom`,
      `topic-${held.number}.json`,
    ];
    for (const file of files) await expect(ask(platform, file)).rejects.toMatchObject({ status: 404 });
  });

  test("stay well-formed whatever people call their topics, and name nothing that was not written", async () => {
    const platform = await testPlatform();
    const hostile = `]]></title></entry><script>alert("1")</script> & 'x'`;
    const author = await aMember(platform, { displayName: `</name><b>"&` });
    const topic = await aSuggestion(platform, {
      title: hostile,
      body: `${hostile}\n\n<img src=x onerror=alert(1)>`,
      author,
    });
    await aReply(platform, topic, { body: hostile, author });
    await anOfficialReply(platform, topic, { body: hostile, type: "answer" });
    await anAnnouncement(platform, { title: hostile, release: `<2>`, body: hostile });
    for (const name of [...names, `topic-${topic.number}`]) {
      const { ids, xml } = await readAtom(platform, name);
      expect(new Set(ids).size).toBe(ids.length);
      expect(xml).not.toMatch(/<script|<img|<b>/i);
      for (const item of (await jsonOf(platform, name)).items)
        expect(item.content_html).not.toMatch(/<script|<img/i);
    }
    expect((await titlesOf(platform, "suggestions"))[0]).toBe(hostile);
  });

  test("hold no word of a draft, a withdrawn entry or anything deleted or held", async () => {
    const platform = await testPlatform();
    const now = platform.clock.now();
    const canary = "canary-7f3k";
    const staff = await aMember(platform, { role: "staff" });
    const topic = await aDiscussion(platform);
    const draft = await anAnnouncement(platform, { title: `Draft ${canary}`, status: "draft" });
    const { slug } = await anAnnouncement(platform, { title: `Withdrawn ${canary}` });
    await withdrawAnnouncement(contextFor(platform, staff), { slug });
    await aDiscussion(platform, { title: `Held ${canary}`, heldAt: now });
    const deleted = await aSuggestion(platform, { title: `Deleted ${canary}` });
    await anOfficialReply(platform, deleted, { body: canary });
    await platform.db.topic.update({ where: { id: deleted.id }, data: { deletedAt: now, isListed: false } });
    await aReply(platform, topic, { body: canary, deletedAt: now });
    await aReply(platform, topic, { body: canary, heldAt: now });
    const letter = await anOfficialReply(platform, topic, { body: canary, announcementIds: [draft.id] });
    await platform.db.reply.update({ where: { id: letter.id }, data: { deletedAt: now } });
    for (const name of [...names, `topic-${topic.number}`]) {
      expect(JSON.stringify(await jsonOf(platform, name))).not.toContain(canary);
      expect((await readAtom(platform, name)).xml).not.toContain(canary);
    }
  });

  test("are not sent twice to who has them, and again when something changed", async () => {
    const platform = await testPlatform();
    await anAnnouncement(platform);
    const first = await ask(platform, "changelog.atom");
    const etag = first.headers.get("etag")!;
    const known = await ask(platform, "changelog.atom", { "if-none-match": etag });
    expect([known.status, await known.text()]).toEqual([304, ""]);
    const since = { "if-modified-since": first.headers.get("last-modified")! };
    expect((await ask(platform, "changelog.atom", since)).status).toBe(304);
    platform.clock.advance(5_000);
    await anAnnouncement(platform);
    for (const headers of [{ "if-none-match": etag }, since]) {
      expect((await ask(platform, "changelog.atom", headers)).status).toBe(200);
    }
  });

  test("stay small: long texts are linked to, and a feed ends somewhere", async () => {
    const platform = await testPlatform();
    const topic = await aSuggestion(platform, { body: "long ".repeat(10_000) });
    const [item] = (await jsonOf(platform, "suggestions")).items;
    expect(item!.content_html).toBeUndefined();
    expect(item!.content_text!.length).toBeLessThan(400);
    for (let at = 0; at < 35; at++) {
      platform.clock.advance(1000);
      await aReply(platform, topic, { author: topic.author });
    }
    expect((await jsonOf(platform, `topic-${topic.number}`)).items).toHaveLength(30);
  });

  test("cost a fixed number of queries", async () => {
    const platform = await testPlatform();
    const topic = await aSuggestion(platform);
    for (let at = 0; at < 5; at++) await anOfficialReply(platform, topic);
    await ask(platform, "all.atom");
    platform.queries.length = 0;
    const { headers } = await ask(platform, "all.atom");
    expect(platform.queries).toHaveLength(5);
    platform.queries.length = 0;
    expect((await ask(platform, "all.atom", { "if-none-match": headers.get("etag")! })).status).toBe(304);
    expect(platform.queries).toHaveLength(1);
    platform.queries.length = 0;
    await ask(platform, `topic-${topic.number}.atom`);
    expect(platform.queries).toHaveLength(3);
  });
});
