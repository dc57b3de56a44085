import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anArea } from "../factories/areas";
import { aMember } from "../factories/members";
import { aPicture } from "../factories/pictures";
import { aDiscussion, aReply, aSuggestion } from "../factories/topics";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const { db } = platform;
await aMember(platform, { role: "admin" });
const area = await anArea(platform, { slug: "technical" });
const topic = await aDiscussion(platform, { title: "Swap stays pending for hours" });
const page = { Accept: "text/html" };
const json = { Accept: "application/json" };
const canary = "kanarienvogel";

async function somebody() {
  const member = await aMember(platform);
  return { member, cookie: await signedIn(platform, member.id) };
}

/** A reply form as the page sends it. */
const reply = (body: string, more: Record<string, string> = {}) => ({
  body,
  draft: "",
  submission: randomUUID(),
  ...more,
});
const replyDraft = `/me/drafts/reply-${topic.number}`;

describe("without script", () => {
  test("Save draft leads back to the form, which opens with the text and the time it was kept", async () => {
    const { cookie } = await somebody();
    const saved = await site.post(replyDraft, reply("Half a sentence"), { cookie, headers: page });
    expect(saved.status).toBe(303);
    expect(saved.headers.get("location")).toBe(`/t/${topic.number}#compose`);
    const html = await (await site.get(`/t/${topic.number}/${topic.slug}`, { cookie, headers: page })).text();
    expect(html).toContain(">Half a sentence</textarea>");
    expect(html).toMatch(/Draft of <time/);
    const other = await somebody();
    const theirs = await site.get(`/t/${topic.number}/${topic.slug}`, {
      cookie: other.cookie,
      headers: page,
    });
    expect(await theirs.text()).not.toContain("Half a sentence");
  });

  test("Discard empties the form", async () => {
    const { cookie } = await somebody();
    await site.post(replyDraft, reply("To be thrown away"), { cookie, headers: page });
    const gone = await site.post(replyDraft, { _method: "DELETE" }, { cookie, headers: page });
    expect(gone.headers.get("location")).toBe(`/t/${topic.number}#compose`);
    const html = await (await site.get(`/t/${topic.number}/${topic.slug}`, { cookie, headers: page })).text();
    expect(html).not.toContain("To be thrown away");
  });

  test("a second device that did not see the newer draft gets both texts and decides", async () => {
    const { cookie } = await somebody();
    await site.post(replyDraft, reply("Written on the phone"), { cookie, headers: page });
    const refused = await site.post(replyDraft, reply("Written at the desk"), { cookie, headers: page });
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain("Written on the phone");
    expect(html).toContain("Written at the desk");
    const stamps = [...html.matchAll(/name="draft" value="([^"]*)"/g)].map(([, stamp]) => stamp!);
    const kept = await site.post(replyDraft, reply("Written at the desk", { draft: stamps.at(-1)! }), {
      cookie,
      headers: page,
    });
    expect(kept.status).toBe(303);
  });

  test("a refused post and a preview are kept: whoever closes the page finds them again", async () => {
    const { cookie, member } = await somebody();
    const refused = await site.post(
      "/suggestions/new",
      { title: "abc", body: "A reason worth keeping", area: area.slug, submission: randomUUID(), draft: "" },
      { cookie, headers: page },
    );
    expect(refused.status).toBe(422);
    const html = await (await site.get("/suggestions/new", { cookie, headers: page })).text();
    expect(html).toContain("A reason worth keeping");
    const looked = reply("Looked at **first**", { preview: "1" });
    await site.post(`/t/${topic.number}/replies`, looked, { cookie, headers: page });
    expect(await db.draft.count({ where: { memberId: member.id } })).toBe(2);
  });

  test("a picture goes into the draft and comes back with it", async () => {
    const { cookie } = await somebody();
    const form = new FormData();
    for (const [name, value] of Object.entries(reply("See the picture"))) form.set(name, value);
    form.set("files", await aPicture({ name: "pending.png" }));
    await site.post(replyDraft, form, { cookie, headers: page });
    const html = await (await site.get(`/t/${topic.number}/${topic.slug}`, { cookie, headers: page })).text();
    expect(html).toMatch(/name="attachment" value="[0-9a-f]{32}"/);
    expect(html).toContain("pending.png");
  });

  test("every form opens with its draft", async () => {
    const mei = await aMember(platform, { role: "staff" });
    const cookie = await signedIn(platform, mei.id);
    const own = await aReply(platform, topic, { author: mei });
    const forms = {
      "/discussions/new?kind=problem": ["discussion-problem", "did"],
      "/discussions/new?kind=experience": ["discussion-experience", "body"],
      "/suggestions/new": ["suggestion", "body"],
      [`/t/${topic.number}/edit`]: [`edit-${topic.number}`, "body"],
      [`/t/${topic.number}/replies/${own.id}/edit`]: [`edit-${topic.number}-${own.id}`, "body"],
      [`/t/${topic.number}/replies?reply-to=${own.id}`]: [`reply-${topic.number}-${own.id}`, "body"],
      [`/t/${topic.number}/official`]: [`official-${topic.number}`, "body"],
      "/changelog/new": ["announcement", "body"],
    } as const;
    for (const [address, [key, field]] of Object.entries(forms)) {
      const text = `kept in ${key}`;
      await site.post(
        `/me/drafts/${key}`,
        { [field]: text, submission: randomUUID() },
        { cookie, headers: page },
      );
      const html = await (await site.get(address, { cookie, headers: page })).text();
      expect(html, address).toContain(`>${text}</textarea>`);
      expect(html, address).toMatch(/Draft of <time/);
    }
    const list = await (await site.get("/me/drafts", { cookie, headers: page })).text();
    for (const address of ["/suggestions/new", "/changelog/new"]) expect(list).toContain(`href="${address}"`);
  });
});

describe("the script", () => {
  test("gets the stamp to save on with, and words where it could not", async () => {
    const { cookie } = await somebody();
    const writer = randomUUID();
    const save = (body: string, more: Record<string, string> = {}) =>
      site.post(`${replyDraft}/text`, reply(body, { submission: writer, ...more }), {
        cookie,
        headers: json,
      });
    const first = (await (await save("One")).json()) as { stamp: string };
    expect(first.stamp).toMatch(/^\d+-1$/);
    const elsewhere = await save("Two", { submission: randomUUID() });
    expect(elsewhere.status).toBe(409);
    expect(await elsewhere.json()).toMatchObject({ reason: "newer-draft", stamp: first.stamp });
    const large = await save("x".repeat(200_001));
    expect(large.status).toBe(422);
    expect(await large.json()).toMatchObject({
      reason: "draft-too-large",
      message: expect.any(String) as string,
    });
    const signedOut = await site.post(`${replyDraft}/text`, reply("One"), { headers: json });
    expect(signedOut.status).toBe(401);
  });
});

describe("a draft is its writer's alone", () => {
  test("it stands in no list, search, feed or page of anybody else", async () => {
    const { cookie } = await somebody();
    await site.post("/me/drafts/suggestion", { title: canary, body: canary }, { cookie, headers: page });
    const curious = await aMember(platform, { role: "admin" });
    const theirs = await signedIn(platform, curious.id);
    const paths = [
      "/suggestions",
      "/suggestions/new",
      "/search/suggest?q=kanar",
      "/search?q=kanar",
      "/feeds/all.atom",
    ];
    for (const path of [...paths, "/me/drafts", "/me/drafts/suggestion", "/"]) {
      const response = await site.get(path, { cookie: theirs, headers: page });
      expect(await response.text(), path).not.toContain(canary);
    }
  });

  test("forms that are not there, or not the writer's to fill in, take none", async () => {
    const { cookie } = await somebody();
    const held = await aDiscussion(platform, { heldAt: platform.clock.now() });
    const theirs = await aReply(platform, topic);
    const answers: [key: string, status: number][] = [
      ["no-such-form", 404],
      [`reply-${held.number}`, 404],
      ["reply-999999", 404],
      [`edit-${topic.number}`, 403],
      [`edit-${topic.number}-${theirs.id}`, 403],
      [`official-${topic.number}`, 403],
      ["announcement", 403],
    ];
    for (const [key, status] of answers) {
      const answer = await site.post(`/me/drafts/${key}/text`, reply("text"), { cookie, headers: json });
      expect([key, answer.status]).toEqual([key, status]);
    }
  });
});

describe("joining instead of posting", () => {
  test("keeps what was written and counts the reader in, and takes both back", async () => {
    const { cookie, member } = await somebody();
    const theirs = await aDiscussion(platform, { title: "Deposit is late since the update" });
    const path = `/me/drafts/discussion-problem/instead/${theirs.number}`;
    const form = {
      kind: "problem",
      title: "My deposit is late",
      did: "I waited.",
      submission: randomUUID(),
      draft: "",
    };
    const joined = await site.post(path, { ...form, _method: "POST" }, { cookie, headers: page });
    expect(joined.status).toBe(303);
    expect(joined.headers.get("location")).toBe(`/discussions/new?kind=problem&joined=${theirs.number}`);
    expect(await db.affected.count({ where: { topicId: theirs.id, memberId: member.id } })).toBe(1);
    const html = await (await site.get(joined.headers.get("location")!, { cookie, headers: page })).text();
    expect(html).toContain("My deposit is late");
    expect(html).toContain("Deposit is late since the update");
    await site.post(path, { ...form, _method: "DELETE" }, { cookie, headers: page });
    expect(await db.affected.count({ where: { topicId: theirs.id } })).toBe(0);
  });

  test("signed out, nothing counts and the text waits for signing in", async () => {
    const wish = await aSuggestion(platform, { title: "Labels for addresses" });
    const path = `/me/drafts/suggestion/instead/${wish.number}`;
    const answer = await site.post(path, { title: "Name my addresses", _method: "POST" }, { headers: page });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain("Name my addresses");
    expect((await db.topic.findUniqueOrThrow({ where: { id: wish.id } })).voteCount).toBe(0);
  });

  test("a topic nobody may find is not joined", async () => {
    const { cookie } = await somebody();
    const held = await aDiscussion(platform, { heldAt: platform.clock.now() });
    const path = `/me/drafts/discussion-problem/instead/${held.number}`;
    const answer = await site.post(
      path,
      { title: "Some title", submission: randomUUID() },
      { cookie, headers: page },
    );
    expect(answer.status).toBe(404);
  });
});

test("a preview is what is posted: the same markup, the same pictures", async () => {
  const { cookie, member } = await somebody();
  const text = `Hello @${member.name}, see #${topic.number} and **this**\n\n- 第一\n- 第二\n\n\`code @${member.name}\``;
  const picture = new FormData();
  for (const [name, value] of Object.entries(reply(text, { preview: "1" }))) picture.set(name, value);
  picture.set("files", await aPicture({ name: "seen.png" }));
  const shown = await site.post(`/t/${topic.number}/replies`, picture, { cookie, headers: page });
  const html = await shown.text();
  const id = /name="attachment" value="([0-9a-f]{32})"/.exec(html)![1]!;
  const posted = await site.post(`/t/${topic.number}/replies`, reply(text, { attachment: id }), {
    cookie,
    headers: page,
  });
  expect(posted.status).toBe(303);
  const saved = await db.reply.findFirstOrThrow({
    where: { authorId: member.id },
    include: { attachments: true },
  });
  expect(saved.bodyHtml).toContain(`/members/${member.name}`);
  expect(html).toContain(saved.bodyHtml);
  expect(saved.attachments.map((each) => each.id)).toEqual([id]);
  expect(html).toContain(`/files/${id}/thumb`);
});
