import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readHandling } from "~/features/inbox/handling.server";
import { minutes } from "~/platform/clock/clock";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import { subscriptions } from "~/wiring/subscriptions.server";
import { anArea } from "../factories/areas";
import { aMember } from "../factories/members";
import { aDiscussion } from "../factories/topics";
import { contextFor } from "../setup/contexts";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const area = await anArea(platform, { slug: "wallet" });
const mei = await aMember(platform, { name: "mei" });
const jonas = await aMember(platform, { role: "staff", displayName: "Jonas" });
const mara = await aMember(platform, { role: "admin", displayName: "Mara" });
const moderator = await aMember(platform, { role: "moderator" });
const problem = await aDiscussion(platform, { author: mei, areaId: area.id, title: "Fee taken twice" });
const worker = new OutboxWorker<Platform>(platform, subscriptions);
await worker.drain();
const cookies = {
  guest: undefined,
  mei: await signedIn(platform, mei.id),
  jonas: await signedIn(platform, jonas.id),
  mara: await signedIn(platform, mara.id),
  moderator: await signedIn(platform, moderator.id),
};
type Who = keyof typeof cookies;
const headers = { Accept: "text/html" };
const answered = async (answer: Response) => ({
  status: answer.status,
  to: answer.headers.get("location"),
  html: await answer.text(),
});
const read = async (path: string, who: Who) =>
  answered(await site.get(path, { cookie: cookies[who], headers }));
const send = async (path: string, values: Record<string, string>, who: Who) =>
  answered(await site.post(path, values, { cookie: cookies[who], headers }));
const claim = `/t/${problem.number}/claim`;

test("the team reads what waits, others learn nothing of it", async () => {
  for (const who of ["jonas", "moderator"] as const) {
    const { status, html } = await read("/inbox", who);
    expect(status).toBe(200);
    expect(html).toContain("Fee taken twice");
    expect(html).toContain('aria-label="Inbox, 1 waiting"');
  }
  expect((await read("/inbox", "mei")).status).toBe(403);
  expect((await read("/inbox", "guest")).status).not.toBe(200);
  for (const who of ["mei", "guest"] as const) expect((await read("/", who)).html).not.toContain("/inbox");
  expect((await read("/inbox", "moderator")).html).not.toContain("/claim");
});

test("filters stand in the address, and what makes no sense there is left out", async () => {
  expect((await read("/inbox?kind=triage", "jonas")).html).toContain("Nothing waits here");
  expect((await read("/inbox?kind=answer&area=wallet&owner=nobody", "jonas")).html).toContain(
    "Fee taken twice",
  );
  for (const query of [
    "?kind=x&area=%F0&after=1_x&open=abc&owner=me",
    "?after=9999999999999_1&open=99999999",
  ])
    expect((await read(`/inbox${query}`, "jonas")).status).toBe(200);
});

test("a topic opens beside the list, with who answers it", async () => {
  const { html } = await read(`/inbox?open=${problem.number}`, "jonas");
  expect(html).toContain("What happened, in a sentence.");
  expect(html).toContain("Nobody is answering this just now.");
  expect((await read("/inbox?open=4711", "jonas")).html).toContain("That topic is not there any more.");
});

test("whoever is slower reads who was faster, and may take it over", async () => {
  const back = `/inbox?open=${problem.number}`;
  expect(await send(claim, { back }, "jonas")).toMatchObject({ status: 303, to: back });
  const slower = await send(claim, { back }, "mara");
  expect(slower.status).toBe(409);
  expect(slower.html).toContain("Somebody was faster: Jonas is answering this now");
  expect((await read("/inbox", "mara")).html).toContain("Jonas is answering");
  expect((await send(claim, { back, from: String(jonas.id) }, "mara")).status).toBe(303);
  expect((await read("/inbox", "jonas")).html).toContain("taken over from Jonas");
  expect((await send(claim, { _method: "DELETE" }, "mara")).status).toBe(303);
  expect((await send(claim, {}, "mei")).status).toBe(403);
  expect(await send(claim, { back: "https://evil.example" }, "mara")).toMatchObject({
    to: `/t/${problem.number}/${problem.slug}`,
  });
});

test("who sees to it is said by name, and only of the team", async () => {
  const owner = `/t/${problem.number}/owner`;
  expect((await send(owner, { name: mara.name, back: "/inbox" }, "jonas")).to).toBe("/inbox");
  expect((await read("/inbox?owner=mine", "mara")).html).toContain("Fee taken twice");
  expect((await send(owner, { name: "mei" }, "jonas")).to).toBe(claim);
  expect((await send(owner, { name: mara.name }, "mei")).status).toBe(403);
});

test("admins set how fast the team means to be; what cannot be taken comes back as it was typed", async () => {
  const typed = {
    ...{ zone: "Europe/Berlin", from: "09:00", to: "17:30", days: "1", holidays: "2026-12-25" },
    ...{ answerHours: "4", triageHours: "40", [`area-${area.id}`]: "2.5" },
  };
  expect((await send("/admin/response", typed, "jonas")).status).toBe(403);
  expect((await send("/admin/response", typed, "mara")).status).toBe(303);
  const { html } = await read("/admin/response", "mara");
  for (const value of ['value="2.5"', 'value="17:30"', "2026-12-25"]) expect(html).toContain(value);
  const wrong = { ...typed, to: "08:00", holidays: "Christmas", answerHours: "soon" };
  const again = await send("/admin/response", wrong, "mara");
  expect(again.status).toBe(422);
  for (const words of [
    "Christmas",
    'value="soon"',
    "The day has to end after it begins",
    "Write each holiday",
  ])
    expect(again.html).toContain(words);
  const always = { always: "on", answerHours: "24", triageHours: "0" };
  expect((await send("/admin/response", always, "mara")).status).toBe(303);
});

test("whoever writes on goes on answering, by script and by form, and a member's draft claims nothing", async () => {
  const topic = await aDiscussion(platform);
  const boss = await aMember(platform, { role: "staff" });
  const cookie = await signedIn(platform, boss.id);
  const save = (path: string, more: Record<string, string> = {}, as = cookie) =>
    site.post(
      path,
      { body: "Half a sentence", draft: "", submission: randomUUID(), ...more },
      { cookie: as },
    );
  const isHeld = async () =>
    (await readHandling(contextFor(platform, boss), { topicId: topic.id })).claim !== null;
  await site.post(`/t/${topic.number}/claim`, {}, { cookie });
  const ways = [
    () => save(`/me/drafts/official-${topic.number}/text`),
    () => save(`/me/drafts/reply-${topic.number}`),
    () => save(`/t/${topic.number}/replies`, { then: "preview", body: "" }),
  ];
  for (const way of ways) {
    platform.clock.advance(minutes(20));
    expect((await way()).status).toBeLessThan(500);
  }
  platform.clock.advance(minutes(20));
  expect(await isHeld()).toBe(true);
  platform.clock.advance(minutes(11));
  const member = await signedIn(platform, (await aMember(platform)).id);
  expect((await save(`/me/drafts/reply-${topic.number}`, {}, member)).status).toBe(303);
  expect(await isHeld()).toBe(false);
});
