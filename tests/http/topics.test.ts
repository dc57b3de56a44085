import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { inTransaction } from "~/platform/db/transaction.server";
import { setAffected } from "~/features/discussions/affecting.server";
import { acceptSolution } from "~/features/discussions/solving.server";
import { attachTo } from "~/features/attachments/attaching.server";
import { storeUploads } from "~/features/attachments/taking.server";
import { anAnnouncement } from "../factories/announcements";
import { anArea } from "../factories/areas";
import { aMember } from "../factories/members";
import { anOfficialReply } from "../factories/official";
import { aPicture } from "../factories/pictures";
import { aThread } from "../factories/threads";
import { aDiscussion, aReply, aSuggestion } from "../factories/topics";
import { searchable } from "../features/search/searchable";
import { contextFor } from "../setup/contexts";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const { db, clock } = platform;
const index = await searchable(platform);
await aMember(platform, { role: "admin" });
const area = await anArea(platform);
const mei = await aMember(platform, { name: "mei", displayName: "Mei" });
const sam = await aMember(platform, { name: "sam", displayName: "Sam" });
const staff = await aMember(platform, { role: "staff", displayName: "Jonas" });
const cookies = {
  guest: undefined,
  mei: await signedIn(platform, mei.id),
  sam: await signedIn(platform, sam.id),
  staff: await signedIn(platform, staff.id),
};
const page = { Accept: "text/html" };
const read = async (path: string, who: keyof typeof cookies = "guest") => {
  const answer = await site.get(path, { cookie: cookies[who], headers: page });
  return { status: answer.status, to: answer.headers.get("location"), html: await answer.text() };
};

/** A problem with everything a topic can have, so that no part of its page is left out. */
async function aFullTopic() {
  const topic = await aDiscussion(platform, {
    author: mei,
    areaId: area.id,
    tags: ["ledger"],
    title: "Ledger over cable stays silent",
  });
  await aDiscussion(platform, { areaId: area.id, title: "Ledger over cable stays silent today" });
  await aThread(platform, topic, { authorId: sam.id, parents: [null, 0, 1, null, 3] });
  const reply = await aReply(platform, topic, { author: sam });
  await anOfficialReply(platform, topic, { author: staff });
  await anAnnouncement(platform, { author: staff, topics: [topic.number] });
  await setAffected(contextFor(platform, sam), topic);
  await acceptSolution(contextFor(platform, mei), { number: topic.number, replyId: reply.id });
  const stored = await storeUploads(contextFor(platform, sam), [await aPicture()], ["A screen"]);
  if (!stored.ok) throw new Error("The picture was refused");
  await inTransaction(contextFor(platform, sam), (tx) =>
    attachTo(tx, { replyId: reply.id, attachmentIds: stored.attachments.map(({ id }) => id) }),
  );
  await db.reply.update({ where: { id: reply.id }, data: { attachmentCount: 1 } });
  await index.drain();
  return { ...topic, path: `/t/${topic.number}/${topic.slug}`, replyId: reply.id };
}

describe("the address of a topic", () => {
  test("leads to its title's words once, whatever else stands in it", async () => {
    const { number, slug } = await aDiscussion(platform, { title: "Swap stuck on pending" });
    for (const path of [`/t/${number}`, `/t/${number}/something-else`]) {
      const answer = await site.get(`${path}?sort=newest`);
      expect([answer.status, answer.headers.get("location")]).toEqual([
        301,
        `/t/${number}/${slug}?sort=newest`,
      ]);
    }
    expect((await read(`/t/${number}/${slug}`)).status).toBe(200);
  });

  test("in Chinese is the same address, encoded", async () => {
    const { number } = await aDiscussion(platform, { title: "更新之后转账一直失败" });
    const { status, to } = await read(`/t/${number}`);
    expect([status, to]).toEqual([301, `/t/${number}/${encodeURIComponent("更新之后转账一直失败")}`]);
    expect((await read(to!)).status).toBe(200);
  });

  test("of what is held, deleted or never was is answered alike", async () => {
    const held = await aDiscussion(platform, { author: mei, heldAt: clock.now(), title: "Held canary" });
    const deleted = await aDiscussion(platform, {
      author: mei,
      deletedAt: clock.now(),
      title: "Deleted canary",
    });
    const numbers = [held.number, deleted.number, 1_999_999_999];
    for (const suffix of ["", "/x", "/history", "/replies/1", "/replies/1/branch"]) {
      const bodies = new Set<string>();
      for (const number of numbers) {
        const { status, html } = await read(`/t/${number}${suffix}`, "sam");
        expect(status).toBe(404);
        bodies.add(
          html.replaceAll(new RegExp(`(t(?:/|%2F))${number}`, "g"), "$1N").replaceAll(/[0-9a-f-]{36}/g, ""),
        );
      }
      expect([suffix, bodies.size]).toEqual([suffix, 1]);
    }
    for (const number of numbers) {
      const data = await site.get(`/t/${number}/x.data`, { cookie: cookies.sam });
      expect(await data.text()).not.toContain("canary");
    }
    expect((await read(`/t/${held.number}/held-canary`, "mei")).status).toBe(200);
    expect((await read(`/t/${deleted.number}/deleted-canary`, "staff")).status).toBe(200);
  });

  test.each(["0", "-1", "1e1", "0x1", "01", "abc", "99999999999", "1.0"])(
    "with %s for a number is not there",
    async (number) => {
      expect((await read(`/t/${number}`)).status).toBe(404);
    },
  );
});

describe("the page of a topic", () => {
  test("costs a guest at most six queries, a member nine and staff ten, however large it is", async () => {
    const full = await aFullTopic();
    const large = await aDiscussion(platform, { author: mei, areaId: area.id, title: "Large and deep" });
    const parents = Array.from({ length: 5_000 }, (_, at) => (at % 50 === 0 ? null : at - 1));
    const ids = await aThread(platform, large, { authorId: sam.id, parents });
    const count = async (path: string, who: keyof typeof cookies) => {
      await read(path, who);
      platform.queries.length = 0;
      expect((await read(path, who)).status).toBe(200);
      return platform.queries.length;
    };
    const largePath = `/t/${large.number}/large-and-deep`;
    expect(await count(full.path, "guest")).toBeLessThanOrEqual(6);
    expect(await count(full.path, "mei")).toBeLessThanOrEqual(9);
    expect(await count(`${full.path}?reply-to=${full.replyId}`, "staff")).toBeLessThanOrEqual(10);
    expect(await count(largePath, "guest")).toBeLessThanOrEqual(6);
    expect(await count(`${largePath}?from=${ids[2_000]}`, "guest")).toBeLessThanOrEqual(6);
    expect(await count(`/t/${large.number}/replies/${ids[0]}/branch`, "guest")).toBeLessThanOrEqual(6);
  }, 60_000);

  test("says everything there is in both languages", async () => {
    const { path } = await aFullTopic();
    const english = await read(path);
    for (const words of [
      "Solved",
      "1 affected",
      "Official reply",
      "Accepted solution",
      "Reported",
      "ledger",
    ]) {
      expect(english.html).toContain(words);
    }
    const chinese = await site.get(path, { headers: { ...page, "Accept-Language": "zh-CN" } });
    const html = await chinese.text();
    for (const words of ["已解决", "1 人遇到", "官方回复", "条回复", "提交问题"])
      expect(html).toContain(words);
    expect(html).toContain('<html lang="zh-CN"');
  });

  test("offers nobody what they may not do", async () => {
    const { path, number, replyId } = await aFullTopic();
    const offers = (html: string) =>
      ["/edit", "/delete", "/lock", "/area", "/status", "/solution", "/official"].filter((end) =>
        html.includes(`/t/${number}${end}"`),
      );
    expect(offers((await read(path)).html)).toEqual([]);
    expect(offers((await read(path, "sam")).html)).toEqual([]);
    expect((await read(path, "sam")).html).toContain(`/t/${number}/replies/${replyId}/edit"`);
    expect(offers((await read(path, "mei")).html)).toEqual(["/edit", "/delete", "/solution"]);
    expect(offers((await read(path, "staff")).html)).toHaveLength(7);
  });

  test("shows what people wrote as text, however it was meant", async () => {
    const evil = `</title><script>alert(1)</script><img src=x onerror=alert(1)>"'\u202Egnp`;
    const topic = await aDiscussion(platform, { author: mei, title: evil, body: evil, tags: ["<b>tag</b>"] });
    await aReply(platform, topic, { body: evil });
    const path = (await read(`/t/${topic.number}`)).to!;
    const { html } = await read(path);
    expect(html).not.toMatch(/<script>alert|<img src=x|<b>tag<|\u202E/);
    expect(html).toContain("&lt;script&gt;alert(1)");
  });

  test("of a suggestion carries its votes", async () => {
    const { number, slug } = await aSuggestion(platform);
    const { html } = await read(`/t/${number}/${slug}`);
    expect(html).toContain(`action="/suggestions/${number}/vote"`);
    expect(html).not.toContain("/affected");
  });
});

describe("a permalink", () => {
  test("leads to the reply, wherever its page begins", async () => {
    const topic = await aDiscussion(platform, { title: "Many replies" });
    const ids = await aThread(platform, topic, { authorId: sam.id, parents: Array(60).fill(null) });
    const first = await read(`/t/${topic.number}/replies/${ids[0]}`);
    expect([first.status, first.to]).toEqual([303, `/t/${topic.number}/many-replies#reply-${ids[0]}`]);
    const { to } = await read(`/t/${topic.number}/replies/${ids[40]}`);
    expect((await read(to!)).html).toContain(`id="reply-${ids[40]}"`);
  });

  test("to a reply of another topic is not there", async () => {
    const reply = await aReply(platform, await aDiscussion(platform));
    const { number } = await aDiscussion(platform);
    for (const end of ["", "/edit", "/history", "/delete", "/branch"]) {
      expect((await read(`/t/${number}/replies/${reply.id}${end}`, "staff")).status).toBe(404);
    }
  });
});

describe("a reply sent as a form", () => {
  const send = (number: number, fields: Record<string, string>, who: keyof typeof cookies = "sam") =>
    site.post(`/t/${number}/replies`, fields, { cookie: cookies[who], headers: page });

  test("is posted once however often it is sent, and leads to its place", async () => {
    const { id, number } = await aDiscussion(platform);
    const fields = { body: "Try another cable.", submission: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(number, fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await db.reply.count({ where: { topicId: id } })).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.get("location"))).size).toBe(1);
  });

  test("that is empty, far too long or answers nothing comes back with every word", async () => {
    const { number } = await aDiscussion(platform);
    const cases: { fields: Record<string, string> & { body: string }; status: number; says: string }[] = [
      { fields: { body: "  " }, status: 422, says: "no text yet" },
      { fields: { body: `keep me ${"字".repeat(200_000)}` }, status: 422, says: "at most 64,000 characters" },
      { fields: { body: "keep me", "reply-to": "1999999999" }, status: 409, says: "no longer there" },
    ];
    for (const { fields, status, says } of cases) {
      const answer = await send(number, fields);
      const html = await answer.text();
      expect(answer.status).toBe(status);
      expect(html).toContain(says);
      expect(html).toContain(fields.body.slice(0, 1_000));
    }
    expect(await db.reply.count({ where: { topic: { number } } })).toBe(0);
  });

  test("can be looked at before it is posted", async () => {
    const { number } = await aDiscussion(platform);
    const answer = await send(number, { body: "Some **bold** words", preview: "1" });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("<strong>bold</strong>");
    expect(await db.reply.count({ where: { topic: { number } } })).toBe(0);
  });

  test("to a locked topic is refused and kept", async () => {
    const { number } = await aDiscussion(platform, { lockedAt: clock.now() });
    const answer = await send(number, { body: "One word more" });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toMatch(/locked[\s\S]*One word more/);
  });

  test("of somebody who is not signed in waits for them", async () => {
    const { number } = await aDiscussion(platform);
    const answer = await send(number, { body: "Written before signing in" }, "guest");
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain("Written before signing in");
  });
});

describe("changing a topic", () => {
  const change = (path: string, fields: Record<string, string>, who: keyof typeof cookies) =>
    site.post(path, fields, { cookie: cookies[who], headers: page });

  test("that somebody else changed meanwhile shows both texts and loses none", async () => {
    const { number } = await aDiscussion(platform, { author: mei, body: "first" });
    const edit = (body: string, version: string, who: "mei" | "staff") =>
      change(`/t/${number}/edit`, { title: "A title of words", body, version }, who);
    expect((await edit("theirs, saved", "1", "staff")).status).toBe(303);
    const answer = await edit("mine, not saved", "1", "mei");
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain("theirs, saved");
    expect(html).toContain("mine, not saved");
    expect(html).toContain('name="version" value="2"');
    expect((await edit("mine, not saved", "2", "mei")).status).toBe(303);
    expect((await read(`/t/${number}/history`)).html).toContain("Version 3");
  });

  test("goes on with either text after a conflict, and carries both through everything that is sent", async () => {
    const { number } = await aDiscussion(platform, { author: mei, body: "first" });
    const edit = (fields: Record<string, string>, who: "mei" | "staff") =>
      change(`/t/${number}/edit`, { title: "A title of words", ...fields }, who);
    await edit({ body: "theirs, saved", version: "1" }, "staff");
    expect((await edit({ body: "mine", version: "1" }, "mei")).status).toBe(409);

    const both = { newerTitle: "x", newerBody: "theirs, and a little of mine", version: "2" };
    const refusedPage = await edit({ body: "mine", ...both, save: "newer" }, "mei");
    expect(refusedPage.status).toBe(422);
    const html = await refusedPage.text();
    expect(html).toMatch(/href="#edit-newerTitle"/);
    for (const kept of ["mine</textarea>", "theirs, and a little of mine</textarea>"])
      expect(html).toContain(kept);

    // A third version comes meanwhile: the text that was worked on stays, the difference is to the newest.
    await edit({ body: "a third one", version: "2" }, "staff");
    const again = await edit({ body: "mine", ...both, newerTitle: "A title kept", save: "newer" }, "mei");
    expect(again.status).toBe(409);
    const third = await again.text();
    expect(third).toContain("theirs, and a little of mine</textarea>");
    expect(third).toContain("<ins>a third one</ins>");
    const saved = await edit(
      { body: "mine", ...both, newerTitle: "A title kept", version: "3", save: "newer" },
      "mei",
    );
    expect(saved.status).toBe(303);
    expect(await db.topic.findUnique({ where: { number } })).toMatchObject({
      ...{ title: "A title kept", body: "theirs, and a little of mine", version: 4 },
    });
  });

  test("shows the newest text after a second conflict where the newer one was left alone", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    const { id } = await aReply(platform, topic, { author: mei, body: "first" });
    const path = `/t/${topic.number}/replies/${id}/edit`;
    await change(path, { body: "second", version: "1" }, "staff");
    expect((await change(path, { body: "mine", version: "1" }, "mei")).status).toBe(409);
    await change(path, { body: "third", version: "2" }, "staff");
    const answer = await change(path, { body: "mine", newerBody: "second\r\n", version: "2" }, "mei");
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain("third</textarea>");
    expect(html).not.toContain("second");
    expect((await change(path, { body: "mine", newerBody: "third", version: "3" }, "mei")).status).toBe(303);
    expect(await db.reply.findUnique({ where: { id } })).toMatchObject({ body: "mine", version: 4 });
  });

  test("is for those who may, and tells the others", async () => {
    const topic = await aDiscussion(platform, { author: mei, areaId: area.id });
    const reply = await aReply(platform, topic, { author: mei });
    const { number } = topic;
    const attempts: [string, Record<string, string>][] = [
      [`/t/${number}/edit`, { title: "Another title", body: "text", version: "1" }],
      [`/t/${number}/delete`, {}],
      [`/t/${number}/lock`, { reason: "because" }],
      [`/t/${number}/area`, { area: area.slug }],
      [`/t/${number}/status`, { to: "answered" }],
      [`/t/${number}/solution`, { replyId: String(reply.id) }],
      [`/t/${number}/solution`, { _method: "DELETE" }],
      [`/t/${number}/replies/${reply.id}/edit`, { body: "text", version: "1" }],
      [`/t/${number}/replies/${reply.id}/delete`, {}],
    ];
    const before = await db.topic.findUnique({ where: { id: topic.id } });
    for (const [path, fields] of attempts) {
      expect([path, (await change(path, fields, "sam")).status]).toEqual([path, 403]);
      expect([path, (await change(path, fields, "guest")).status]).toEqual([path, 401]);
      const foreign = await site.post(path, fields, {
        cookie: cookies.mei,
        headers: { Origin: "https://evil.example" },
      });
      expect([path, foreign.status]).toEqual([path, 403]);
    }
    expect(await db.topic.findUnique({ where: { id: topic.id } })).toEqual(before);
  });

  test("by an address that is opened instead of sent changes nothing", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    for (const end of ["affected", "follow", "solution"]) {
      expect((await read(`/t/${topic.number}/${end}`, "sam")).status).toBe(303);
    }
    expect(await db.affected.count({ where: { topicId: topic.id } })).toBe(0);
    expect(await db.follow.count({ where: { topicId: topic.id, memberId: sam.id } })).toBe(0);
  });

  test("to closed asks why, and says it", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    const path = `/t/${topic.number}/status`;
    expect((await change(path, { to: "closed" }, "staff")).status).toBe(422);
    expect((await change(path, { to: "solved" }, "staff")).status).toBe(422);
    expect(
      (await change(path, { to: "closed", reason: "elsewhere", text: "Told by mail" }, "staff")).status,
    ).toBe(303);
    const { html } = await read(`/t/${topic.number}/${topic.slug}`);
    expect(html).toContain("It is handled elsewhere");
    expect(html).toContain("Told by mail");
  });

  test("its following and the solution are plain forms", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    const reply = await aReply(platform, topic, { author: sam });
    expect((await change(`/t/${topic.number}/follow`, {}, "staff")).status).toBe(303);
    expect((await change(`/t/${topic.number}/follow`, { level: "official" }, "staff")).status).toBe(303);
    const { html } = await read(`/t/${topic.number}/${topic.slug}`, "staff");
    expect(html).toContain("Because you asked for it. Official replies and status changes only.");
    expect((await change(`/t/${topic.number}/follow`, { level: "loud" }, "staff")).status).toBe(400);
    expect((await change(`/t/${topic.number}/follow`, { _method: "DELETE" }, "staff")).status).toBe(303);
    expect(await db.follow.findFirst({ where: { topicId: topic.id, memberId: staff.id } })).toMatchObject({
      level: "muted",
    });
    const accepted = await change(`/t/${topic.number}/solution`, { replyId: String(reply.id) }, "mei");
    expect(accepted.headers.get("location")).toBe(`/t/${topic.number}/${topic.slug}#solution`);
    for (const replyId of ["", "abc", "1999999999", "__proto__"]) {
      expect((await change(`/t/${topic.number}/solution`, { replyId }, "mei")).status).toBe(404);
    }
  });
});

describe("I have this too", () => {
  test("answers a script with the count and a form with its page", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    const path = `/t/${topic.number}/affected`;
    const script = { cookie: cookies.sam, headers: { Accept: "application/json" } };
    const set = await site.post(path, {}, script);
    expect(await set.json()).toEqual({ count: 1, pressed: true });
    const unset = await site.post(path, { _method: "DELETE" }, script);
    expect(await unset.json()).toEqual({ count: 0, pressed: false });
    const plain = await site.post(path, {}, { cookie: cookies.sam, headers: page });
    expect([plain.status, plain.headers.get("location")]).toEqual([303, `/t/${topic.number}/${topic.slug}`]);
    const away = await site.post(path, { back: "//evil.example" }, { cookie: cookies.sam, headers: page });
    expect(away.headers.get("location")).toBe(`/t/${topic.number}/${topic.slug}`);
  });

  test("asks a guest to sign in", async () => {
    const { number } = await aDiscussion(platform);
    const script = await site.post(`/t/${number}/affected`, {}, { headers: { Accept: "application/json" } });
    expect(script.status).toBe(401);
  });
});

describe("a preview", () => {
  test("is what posting would make of the text", async () => {
    const text = "See **this**\n\n<script>alert(1)</script>";
    const answer = await site.post("/preview", { body: text }, { cookie: cookies.sam });
    const html = await answer.text();
    expect(html).toContain("<strong>this</strong>");
    expect(html).not.toContain("<script>");
    expect((await site.post("/preview", { body: text })).status).toBe(401);
    expect((await site.post("/preview", { body: "x".repeat(200_000) }, { cookie: cookies.sam })).status).toBe(
      413,
    );
  });
});
