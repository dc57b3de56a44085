import { expect, test } from "vitest";
import { setAffected } from "~/features/discussions/affecting.server";
import { saveKnownIssue } from "~/features/known-issues/declaring.server";
import { minutes } from "~/platform/clock/clock";
import { anAnnouncement } from "../factories/announcements";
import { aKnownIssue, knownIssueInput } from "../factories/known-issues";
import { aMember } from "../factories/members";
import { aDiscussion } from "../factories/topics";
import { contextFor } from "../setup/contexts";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei" });
const sam = await aMember(platform, { name: "sam", displayName: "Sam Sees" });
const staff = await aMember(platform, { role: "staff", displayName: "Jonas" });
await aMember(platform, { role: "admin" });
const cookies = {
  guest: undefined,
  mei: await signedIn(platform, mei.id),
  sam: await signedIn(platform, sam.id),
  staff: await signedIn(platform, staff.id),
};
type Who = keyof typeof cookies;
const headers = { Accept: "text/html" };
const read = async (path: string, who: Who = "guest") => {
  const answer = await site.get(path, { cookie: cookies[who], headers });
  return { status: answer.status, to: answer.headers.get("location"), html: await answer.text() };
};
const send = async (path: string, values: Record<string, string>, who: Who) => {
  const answer = await site.post(path, values, { cookie: cookies[who], headers });
  return { status: answer.status, to: answer.headers.get("location"), html: await answer.text() };
};
const form = { state: "investigating", summary: "Withdrawals wait", version: "0" };

test("staff fill in the form, everybody reads it on the topic and in the list", async () => {
  const { number, slug, title } = await aDiscussion(platform, { author: mei });
  const path = `/t/${number}/known-issue`;
  expect((await read(path, "staff")).html).toContain('name="workaround"');
  const next = { "next-update": "2031-05-04T14:30", workaround: "Use `TRC20`", versions: "2.4.0" };
  const sent = await send(path, { ...form, ...next }, "staff");
  expect([sent.status, sent.to]).toEqual([303, `/t/${number}/${slug}#known-issue`]);
  const { html } = await read(`/t/${number}/${slug}`);
  for (const words of ["Withdrawals wait", "<code>TRC20</code>", "2.4.0", "2031-05-04T14:30:00.000Z"])
    expect(html).toContain(words);
  const list = await read("/known-issues");
  expect(list.html).toContain(title);
  expect(list.html).toContain("Withdrawals wait");
});

test("a form that cannot be taken comes back with what was typed, and nobody else gets it", async () => {
  const { number } = await aDiscussion(platform, { author: mei });
  const question = await aDiscussion(platform, { kind: "question" });
  const path = `/t/${number}/known-issue`;
  const typed = { ...form, summary: "x".repeat(301), workaround: "Kept words", "next-update": "soon" };
  const again = await send(path, typed, "staff");
  expect(again.status).toBe(422);
  expect(again.html).toContain("Kept words");
  expect(again.html).toContain("Write it as a date and a time");
  expect((await send(path, { ...form, summary: "", urgent: "1" }, "staff")).html).toContain(
    "The banner needs",
  );
  expect((await send(path, { ...form, state: "__proto__" }, "staff")).status).toBe(422);
  expect((await send(path, form, "mei")).status).toBe(403);
  expect((await send(path, form, "guest")).status).toBe(401);
  expect((await read(path, "sam")).status).toBe(403);
  expect((await read(`/t/${question.number}/known-issue`, "staff")).status).toBe(404);
  expect((await send(`/t/${question.number}/known-issue`, form, "staff")).status).toBe(404);
});

test("who saves over somebody else's words is shown both first", async () => {
  const { number } = await aKnownIssue(platform, { staff, summary: "Theirs stands" });
  const path = `/t/${number}/known-issue`;
  const again = await send(path, { ...form, summary: "Mine is typed" }, "staff");
  expect(again.status).toBe(409);
  expect(again.html).toContain("Theirs stands");
  expect(again.html).toContain("Mine is typed");
  const version = /name="version" value="(\d+)"/.exec(again.html)![1]!;
  expect((await send(path, { ...form, version, summary: "Mine is typed" }, "staff")).status).toBe(303);
});

test("the banner stands across every page while it is urgent, and counts who presses it", async () => {
  const topic = await aKnownIssue(platform, {
    author: mei,
    staff,
    urgent: true,
    summary: "Urgent <b>canary</b>",
  });
  const topicPage = `/t/${topic.number}/${topic.slug}`;
  for (const path of ["/", "/discussions", "/changelog", "/sign-in", "/no-such-page"]) {
    const { html } = await read(path);
    expect([path, html.includes("Urgent &lt;b&gt;canary&lt;/b&gt;")]).toEqual([path, true]);
  }
  expect((await read(topicPage)).html).not.toContain('class="incident"');
  const pressed = await send(`/t/${topic.number}/affected`, { back: "/changelog" }, "sam");
  expect([pressed.status, pressed.to]).toEqual([303, "/changelog"]);
  const mine = await read("/changelog", "sam");
  expect(mine.html).toContain("You are counted");
  expect(mine.html).toContain("1 person affected");
  expect((await read("/changelog", "mei")).html).not.toContain("Me too");

  const { version } = await db.knownIssue.findUniqueOrThrow({ where: { topicId: topic.id } });
  await saveKnownIssue(contextFor(platform, staff), {
    ...knownIssueInput({ version, state: "fixed" }),
    number: topic.number,
  });
  clock.advance(minutes(1));
  expect((await read("/changelog")).html).not.toContain('class="incident"');
});

test("what is hidden is in no banner and no list", async () => {
  const held = await aKnownIssue(platform, { staff, urgent: true, summary: "Held canary" });
  await db.topic.update({ where: { id: held.id }, data: { heldAt: clock.now(), isListed: false } });
  const gone = await aKnownIssue(platform, { staff, urgent: true, summary: "Gone canary" });
  await db.topic.update({ where: { id: gone.id }, data: { deletedAt: clock.now(), isListed: false } });
  clock.advance(minutes(1));
  for (const who of ["guest", "sam", "staff"] as const)
    for (const path of ["/", "/known-issues"]) expect((await read(path, who)).html).not.toContain("canary");
  expect((await send(`/t/${held.number}/fix-answer`, { solved: "yes" }, "sam")).status).toBe(404);
});

test("those it was fixed for are asked, answer by a plain form, and strangers are not", async () => {
  const announcement = await anAnnouncement(platform, { author: staff });
  const topic = await aKnownIssue(platform, { author: mei, staff });
  await setAffected(contextFor(platform, sam), topic);
  const page = `/t/${topic.number}/${topic.slug}`;
  expect((await read(page, "sam")).html).not.toContain("Did this solve it");
  const { version } = await db.knownIssue.findUniqueOrThrow({ where: { topicId: topic.id } });
  await saveKnownIssue(contextFor(platform, staff), {
    ...knownIssueInput({ version, state: "fixed", announcement: announcement.id }),
    number: topic.number,
  });
  const { html } = await read(page, "sam");
  expect(html).toContain("Did this solve it");
  expect(html).toContain(`/changelog/${announcement.slug}`);
  for (const who of ["guest", "staff"] as const)
    expect((await read(page, who)).html).not.toContain("Did this solve it");
  const answered = await send(`/t/${topic.number}/fix-answer`, { solved: "no" }, "sam");
  expect(answered.to).toBe(`${page}#known-issue`);
  expect((await read(page, "sam")).html).toContain("You said that it is still there");
  expect((await read(page)).html).not.toContain("Sam Sees");
  expect((await send(`/t/${topic.number}/fix-answer`, { solved: "maybe" }, "sam")).status).toBe(400);
  expect((await send(`/t/${topic.number}/fix-answer`, { solved: "yes" }, "staff")).status).toBe(403);
});

test("news is told by a form of its own", async () => {
  const { number, slug } = await aKnownIssue(platform, { staff });
  const path = `/t/${number}/known-issue/updates`;
  expect((await read(path, "staff")).html).toContain('name="body"');
  const news = { state: "testing", body: "A fix is being **tried**." };
  expect((await send(path, { ...news, body: " " }, "staff")).status).toBe(422);
  expect((await send(path, news, "mei")).status).toBe(403);
  expect((await send(path, news, "staff")).to).toBe(`/t/${number}/${slug}#known-issue`);
  expect((await read(`/t/${number}/${slug}`)).html).toContain("<strong>tried</strong>");
  const plain = await aDiscussion(platform);
  const nowhere = `/t/${plain.number}/known-issue/updates`;
  expect((await read(nowhere, "staff")).html).toContain(`href="/t/${plain.number}/known-issue"`);
  const again = await send(nowhere, news, "staff");
  expect([again.status, again.html.includes(news.body)]).toEqual([409, true]);
});
