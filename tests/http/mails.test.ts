import { expect, test } from "vitest";
import { getNoticeSettings } from "~/features/notifications/settings.server";
import { unsubscribeUrl } from "~/features/notifications/unsubscribe-link.server";
import { aMember } from "../factories/members";
import { aDiscussion } from "../factories/topics";
import { contextFor } from "../setup/contexts";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const mei = await aMember(platform, { name: "mei", locale: "en" });
const ada = await aMember(platform, { name: "ada", role: "admin" });
const lin = await aMember(platform, { name: "lin", role: "staff" });
const page = { Accept: "text/html" };
const pathOf = (url: string) => url.replace(platform.config.origin, "");

test("a link of a mail shows what it would stop and changes nothing; one press of a mail program does", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const path = pathOf(unsubscribeUrl(platform, { memberId: mei.id, topicId: topic.id }));
  const level = async () =>
    (await platform.db.follow.findFirstOrThrow({ where: { topicId: topic.id } })).level;
  const shown = await site.get(path, { headers: page });
  expect(shown.status).toBe(200);
  expect(shown.headers.get("cache-control")).toContain("no-store");
  expect(await shown.text()).toContain(`#${topic.number}`);
  await site.send(path, { method: "HEAD" });
  expect(await level()).toBe("following");
  // As mail providers send it: no Origin, no cookie.
  const pressed = await site.send(
    path,
    { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) },
    { headers: { Origin: "" } },
  );
  expect(pressed.status).toBe(200);
  expect(await level()).toBe("muted");
});

test("the button of that page stops a kind of mail and says so", async () => {
  const path = pathOf(unsubscribeUrl(platform, { memberId: mei.id, type: "reply" }));
  const answer = await site.post(path, {});
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?done`]);
  expect(await (await site.get(`${path}?done`, { headers: page })).text()).toContain("Done.");
  expect((await getNoticeSettings(contextFor(platform, mei))).choices).toEqual({ reply: { mail: false } });
  expect((await site.post(`${path}x`, {})).status).toBe(404);
});

test("the settings form is saved whole, a box that is not ticked being no", async () => {
  const cookie = await signedIn(platform, mei.id);
  const fields = {
    "official.app": "on",
    "official.mail": "on",
    digest: "daily",
    digestHour: "7",
    digestDay: "3",
  };
  const answer = await site.post("/settings/notifications", fields, { cookie });
  expect(answer.headers.get("location")).toBe("/settings/notifications?saved");
  const html = await (await site.get("/settings/notifications", { cookie, headers: page })).text();
  const isTicked = (name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*checked`).test(html);
  expect([isTicked("official.mail"), isTicked("official.digest"), isTicked("reply.app")]).toEqual([
    true,
    false,
    false,
  ]);
  for (const wrong of [{ digestHour: "24" }, { digest: "hourly" }, { digestDay: "__proto__" }])
    expect((await site.post("/settings/notifications", { ...fields, ...wrong }, { cookie })).status).toBe(
      400,
    );
});

test("a member makes a mail code, another one, and none", async () => {
  const cookie = await signedIn(platform, mei.id);
  const code = async () => (await platform.db.mailCode.findUnique({ where: { memberId: mei.id } }))?.code;
  await site.post("/settings/notifications/code", {}, { cookie });
  const first = await code();
  expect(first).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  await site.post("/settings/notifications/code", {}, { cookie });
  expect(await code()).not.toBe(first);
  await site.post("/settings/notifications/code", { _method: "DELETE" }, { cookie });
  expect(await code()).toBeUndefined();
});

test("mails kept as files are read by admins alone, in a frame that runs and loads nothing", async () => {
  const hostile = "<script>alert(1)</script><img src=https://evil.test/x>";
  const { response } = (await platform.mail.send({
    from: { address: "noreply@hearback.test" },
    to: { address: "mei@members.test" },
    subject: "Reset <b>now</b>",
    text: "plain",
    html: hostile,
    messageId: "mail.1@hearback.test",
  })) as { response: string };
  const cookie = await signedIn(platform, ada.id);
  const list = await (await site.get("/admin/mails", { cookie, headers: page })).text();
  expect(list).toContain("Reset &lt;b&gt;now&lt;/b&gt;");
  expect(list).toContain(`/admin/mails/${response}`);
  const shown = await (await site.get(`/admin/mails/${response}`, { cookie, headers: page })).text();
  expect(shown).toMatch(/<iframe[^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  expect(shown).not.toContain("<script>alert");
  const body = await site.get(`/admin/mails/${response}/body`, { cookie });
  expect(await body.text()).toContain(hostile);
  expect(body.headers.get("content-security-policy")).toMatch(
    /^default-src 'none';.*frame-ancestors 'self';.*sandbox/,
  );
  for (const reader of [mei, lin])
    for (const path of ["/admin/mails", `/admin/mails/${response}`, `/admin/mails/${response}/body`])
      expect(
        (await site.get(path, { cookie: await signedIn(platform, reader.id), headers: page })).status,
      ).toBe(403);
  expect((await site.get("/admin/mails/..%2Fsecrets.json", { cookie, headers: page })).status).toBe(404);
});
