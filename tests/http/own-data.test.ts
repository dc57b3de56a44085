import { expect, test } from "vitest";
import { minutes } from "~/platform/clock/clock";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import { awaited, subscriptions } from "~/wiring/subscriptions.server";
import { aMember } from "../factories/members";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
await aMember(platform, { role: "admin", name: "keeper" });
const worker = new OutboxWorker<Platform>(platform, subscriptions, awaited);
const html = { Accept: "text/html" };
const password = "nine kites over harbour";
let serial = 0;

async function joined() {
  const name = `leaver-${++serial}`;
  const fields = { name, email: `${name}@post.example`, password };
  const answer = await site.post("/sign-up", fields, { headers: html });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0]!)
    .join("; ");
  return { name, cookie };
}

test("a copy is asked for, made and fetched by its owner alone", async () => {
  const { cookie } = await joined();
  const page = async () => (await site.get("/settings/data", { cookie, headers: html })).text();
  const asked = await site.post("/settings/data/copies", {}, { cookie });
  expect([asked.status, asked.headers.get("location")]).toEqual([303, "/settings/data"]);
  expect(await page()).toContain("Your copy is about to be made");
  await worker.drain();
  const [, path] = /href="(\/settings\/data\/copies\/[0-9a-f]{32})"/.exec(await page())!;

  const fetched = await site.get(path!, { cookie });
  expect(fetched.status).toBe(200);
  expect(fetched.headers.get("cache-control")).toBe("no-store");
  expect(fetched.headers.get("content-disposition")).toMatch(/^attachment; filename="own-data-[\d-]+\.zip"$/);
  expect(
    Buffer.from(await fetched.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  const again = await site.post("/settings/data/copies", {}, { cookie });
  expect(again.headers.get("location")).toBe("/settings/data?too-soon");

  const answers = [];
  for (const role of ["member", "admin"] as const) {
    const other = await signedIn(platform, (await aMember(platform, { role })).id);
    for (const address of [path!, `/settings/data/copies/${"0".repeat(32)}`]) {
      const answer = await site.get(address, { cookie: other, headers: html });
      answers.push([answer.status, (await answer.text()).replace(/[0-9a-f-]{32,36}/g, "")]);
    }
    expect(answers.at(-1)).toEqual(answers.at(-2));
    expect(answers.at(-1)![0]).toBe(404);
  }
  expect((await site.get(path!, { headers: html })).status).toBe(303);

  platform.clock.advance(minutes(11));
  const stale = await site.get(path!, { cookie, headers: html });
  expect(stale.headers.get("location")).toMatch(/^\/prove\?next=/);
});

test("an account is closed by who shows that it is them, and kept by signing in", async () => {
  const { name, cookie } = await joined();
  const close = (fields: Record<string, string>) =>
    site.post("/settings/data/deletion", fields, { cookie, headers: html });
  const wrong = await close({ name: "another", posts: "keep" });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("Type the name of this account");
  expect((await close({ name })).status).toBe(422);
  const closed = await close({ name, posts: "remove" });
  expect([closed.status, closed.headers.get("location")]).toEqual([303, "/goodbye"]);
  expect((await site.get("/settings/profile", { cookie, headers: html })).status).toBe(303);
  expect((await site.get(`/members/${name}`, { headers: html })).status).toBe(404);

  const refused = await site.post(
    "/sign-in",
    { identifier: name, password: "not the one at all" },
    { headers: html },
  );
  expect(refused.status).toBe(422);
  const entered = await site.post("/sign-in", { identifier: name, password }, { headers: html });
  const path = entered.headers.get("location")!;
  expect(path).toMatch(/^\/keep-account\//);
  expect(entered.headers.getSetCookie()).toEqual([]);
  expect(await (await site.get(path, { headers: html })).text()).toContain("Keep my account");
  const kept = await site.post(path, {}, { headers: html });
  expect(kept.headers.get("location")).toBe("/sign-in?kept");
  expect((await site.post(path, {}, { headers: html })).status).toBe(404);
  const back = await site.post("/sign-in", { identifier: name, password }, { headers: html });
  expect(back.headers.getSetCookie().length).toBeGreaterThan(0);
});
