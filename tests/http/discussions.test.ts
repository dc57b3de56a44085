import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anArea } from "../factories/areas";
import { aMember, longKnown } from "../factories/members";
import { anOfficialReply } from "../factories/official";
import { aPicture } from "../factories/pictures";
import { aDiscussion } from "../factories/topics";
import { searchable } from "../features/search/searchable";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const { db } = platform;
const index = await searchable(platform);
await aMember(platform, { role: "admin" });
const area = await anArea(platform, { names: { en: "Transactions", "zh-CN": "交易" } });
const mei = await aMember(platform, { name: "mei", ...longKnown(platform) });
const cookie = await signedIn(platform, mei.id);
const page = { Accept: "text/html" };

const problem = {
  kind: "problem",
  title: "Deposit is missing since noon",
  did: "I sent 10 USDT and expected them here.",
  happened: "They never came.",
  want: "To know where they are.",
  area: area.slug,
  tags: "usdt, deposit",
};
const post = (fields: Record<string, string>, options: { cookie?: string; language?: string } = { cookie }) =>
  site.post(
    "/discussions/new?kind=problem",
    { submission: randomUUID(), ...fields },
    {
      cookie: options.cookie,
      headers: { ...page, ...(options.language && { "Accept-Language": options.language }) },
    },
  );

describe("a problem sent as a form", () => {
  test("becomes one text under headings in the writer's language", async () => {
    const answer = await post({ ...problem, title: "Headings in English" });
    expect(answer.status).toBe(303);
    const topic = await db.topic.findFirstOrThrow({
      where: { title: "Headings in English" },
      include: { tags: { include: { tag: true } } },
    });
    expect(answer.headers.get("location")).toBe(`/t/${topic.number}/${topic.slug}`);
    expect(topic.body).toBe(
      "### What I did and expected\n\nI sent 10 USDT and expected them here.\n\n### What happened\n\nThey never came.\n\n### What I want\n\nTo know where they are.",
    );
    expect(topic.tags.map(({ tag }) => tag.name).sort()).toEqual(["deposit", "usdt"]);
    await post({ ...problem, title: "充值之后一直没有到账", want: "" }, { cookie, language: "zh-CN" });
    const chinese = await db.topic.findFirstOrThrow({ where: { title: "充值之后一直没有到账" } });
    expect(chinese.body).toMatch(/^### 我做了什么，期望什么\n/);
    expect(chinese.body).not.toContain("我希望怎么解决");
  });

  test("sent ten times at once is posted once", async () => {
    const fields = { ...problem, title: "Sent ten times over", submission: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(fields)));
    expect(new Set(answers.map(({ headers }) => headers.get("location"))).size).toBe(1);
    expect(await db.topic.count({ where: { title: fields.title } })).toBe(1);
  });

  test("comes back with what is wrong and every word that was right", async () => {
    const answer = await post({
      ...problem,
      title: "abc",
      happened: " ",
      area: "",
      want: "keep <me> & mine",
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("A title has at least 5 characters");
    expect(html).toContain("Say what happened instead");
    expect(html).toContain("Choose the area");
    expect(html).toContain("keep &lt;me&gt; &amp; mine");
    expect(html).toContain("I sent 10 USDT and expected them here.");
    expect(html).toContain('value="usdt, deposit"');
  });

  test.each([
    ["a title of ten megabytes", { title: "x".repeat(10_000_000) }, "at most 120 characters"],
    ["a text of 200,000 characters", { happened: "字".repeat(200_000) }, "at most 64,000 characters"],
    ["an area that is gone", { area: "no-such-area" }, "not there any more"],
    ["nine tags", { tags: "a,b,c,d,e,f,g,h,i" }, "At most 5 tags"],
  ])("with %s is told so", async (_what, wrong, says) => {
    const answer = await post({ ...problem, ...wrong });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(says);
  });

  test("takes any title of 5 to 120 characters, as people count them", async () => {
    const family = "👨‍👩‍👧";
    for (const title of ["转账不到账", family.repeat(120), "é".repeat(120)]) {
      expect((await post({ ...problem, title, asked: "1" })).status).toBe(303);
    }
    for (const title of ["转账不到", family.repeat(121), "\u200B\u200B\u200B\u200Babc"]) {
      expect((await post({ ...problem, title, asked: "1" })).status).toBe(422);
    }
  });

  test("of a kind nobody knows, or none, is refused", async () => {
    for (const kind of ["", "suggestion", "__proto__"])
      expect((await post({ ...problem, kind })).status).toBe(422);
  });

  test("keeps its pictures while something else is wrong", async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...problem, title: "abc", submission: randomUUID() }))
      form.append(name, value);
    form.append("files", await aPicture({ name: "balance.png" }));
    const again = await site.post("/discussions/new?kind=problem", form, { cookie, headers: page });
    const html = await again.text();
    expect(again.status).toBe(422);
    expect(html).toContain("balance.png");
    const kept = /name="attachment" value="([0-9a-f]{32})"/.exec(html)?.[1];
    const answer = await post({ ...problem, title: "With its picture kept", attachment: kept! });
    expect(answer.status).toBe(303);
    expect(await db.topic.findFirst({ where: { title: "With its picture kept" } })).toMatchObject({
      attachmentCount: 1,
      coverId: kept,
    });
  });

  test("that is like another one is shown that one first, and posted when it is meant", async () => {
    await aDiscussion(platform, { areaId: area.id, title: "Withdrawals to a hardware wallet hang" });
    await index.drain();
    const fields = { ...problem, title: "Withdrawals to a hardware wallet hang again" };
    const first = await post(fields);
    const html = await first.text();
    expect(first.status).toBe(200);
    expect(html).toContain("Withdrawals to a hardware wallet hang</a>");
    expect(html).toContain('name="asked" value="1"');
    expect(html).toContain("They never came.");
    expect((await post({ ...fields, asked: "1" })).status).toBe(303);
  });

  test("can be looked at before it is posted", async () => {
    const answer = await post({ ...problem, title: "", happened: "**Never**", preview: "1" });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/<h3>What happened<\/h3>\s*<p><strong>Never<\/strong>/);
  });

  test("waits for a guest to sign in", async () => {
    const answer = await post({ ...problem, title: "Written as a guest" }, {});
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain("Written as a guest");
  });
});

describe("the list of discussions", () => {
  test("costs at most four queries for a guest and six for a member", async () => {
    for (let at = 0; at < 3; at++) {
      const topic = await aDiscussion(platform, { areaId: area.id, tags: ["listed"] });
      await anOfficialReply(platform, topic);
    }
    for (const path of [
      "/discussions",
      "/discussions?kind=problem&status=open&sort=affected",
      "/discussions?tag=listed",
    ]) {
      for (const [who, most] of [
        [undefined, 4],
        [cookie, 6],
      ] as const) {
        await site.get(path, { cookie: who });
        platform.queries.length = 0;
        const answer = await site.get(path, { cookie: who, headers: page });
        expect(answer.status).toBe(200);
        expect(platform.queries.length).toBeLessThanOrEqual(most);
      }
    }
  });

  test("shows what its address asks for", async () => {
    const question = await aDiscussion(platform, {
      kind: "question",
      title: "How long does it take",
      areaId: area.id,
    });
    const read = async (query: string) => (await site.get(`/discussions?${query}`)).text();
    expect(await read("kind=question")).toContain(question.title);
    expect(await read("kind=experience")).not.toContain(question.title);
    expect(await read("kind=question&status=unanswered")).toContain(question.title);
    expect(await read("kind=question&status=closed")).toContain("No topic fits all of these");
    expect(await read("area=no-such-area")).toContain("No topic fits all of these");
    expect(await read("kind=question&after=1_1")).toContain("That was everything");
  });

  test("leads from page to page without missing or repeating a topic", async () => {
    for (let at = 0; at < 30; at++)
      await aDiscussion(platform, { author: mei, areaId: area.id, kind: "experience" });
    const seen: string[] = [];
    for (let path: string | undefined = "/discussions?kind=experience"; path;) {
      const html: string = await (await site.get(path)).text();
      seen.push(...[...html.matchAll(/class="t" href="([^"]+)"/g)].map((match) => match[1]!));
      path = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await db.topic.count({ where: { kind: "experience", isListed: true } }));
  });

  test("what a member follows is theirs alone", async () => {
    const topic = await aDiscussion(platform, { author: mei, title: "Followed by its author" });
    expect(await (await site.get("/discussions?following=1", { cookie })).text()).toContain(topic.title);
    expect(await (await site.get("/discussions", {})).text()).not.toContain("following=1");
  });
});
