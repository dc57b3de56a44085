import { describe, expect, test } from "vitest";
import { allowances, limitedChanges, limitedReads } from "~/features/auth/allowances";
import routes from "~/routes";
import { anArea } from "../factories/areas";
import { aMember } from "../factories/members";
import { aDiscussion } from "../factories/topics";
import { signedIn, testSite } from "../setup/site";

const site = await testSite({ TRUST_PROXY: "1" });
const { platform } = site;
await aMember(platform, { role: "admin" });
const area = await anArea(platform, { slug: "technical" });
const page = { Accept: "text/html" };
const password = "nine kites over harbour";
const at = (address: string) => ({ ...page, "X-Forwarded-For": address });

test("every route of the table of limits exists", () => {
  const files = new Set(routes.map(({ file }) => file.replace(/\.tsx?$/, "")));
  for (const id of [...Object.keys(limitedChanges), ...Object.keys(limitedReads)])
    expect([id, files.has(id)]).toEqual([id, true]);
});

describe("a reply beyond the limit", () => {
  test("is answered with when it works again and everything that was typed", async () => {
    const author = await aMember(platform);
    const topic = await aDiscussion(platform, { areaId: area.id });
    const cookie = await signedIn(platform, author.id);
    const key = `reply:member:${author.id}`;
    const wholeAt = platform.clock.now().getTime() + allowances.reply.perMember.withinMs;
    await platform.db.rateLimit.create({ data: { key, wholeAt } });

    const body = 'My <b>long</b> text\nwith "lines"';
    const send = () => site.post(`/t/${topic.number}/replies`, { body }, { cookie, headers: page });
    const refused = await send();
    expect(refused.status).toBe(429);
    const seconds = allowances.reply.perMember.withinMs / allowances.reply.perMember.times / 1_000;
    expect(refused.headers.get("retry-after")).toBe(String(seconds));
    expect(refused.headers.get("cache-control")).toBe("no-store");
    const html = await refused.text();
    expect(html).toContain(`action="/t/${topic.number}/replies"`);
    expect(html).toContain("My &lt;b&gt;long&lt;/b&gt; text");
    expect(html).not.toContain("New accounts may post less");
    expect(html).toContain(
      `dateTime="${new Date(platform.clock.now().getTime() + seconds * 1_000).toISOString()}"`,
    );
    expect(await platform.db.reply.count({ where: { authorId: author.id } })).toBe(0);

    const asked = await site.post(
      `/t/${topic.number}/replies`,
      { body },
      {
        cookie,
        headers: { Accept: "application/json" },
      },
    );
    expect([asked.status, await asked.json()]).toEqual([429, { id: "too-many" }]);
    expect(asked.headers.get("retry-after")).toBe(String(seconds));

    platform.clock.advance(seconds * 1_000);
    expect((await send()).status).toBe(303);
  });
});

describe("a newcomer", () => {
  test("posts less in an hour than a member, and is told when it works again", async () => {
    const [author, known] = [await aMember(platform), await aMember(platform)];
    const dayAgo = new Date(platform.clock.now().getTime() - 2 * 24 * 3_600_000);
    await platform.db.member.update({
      where: { id: known.id },
      data: { createdAt: dayAgo, emailVerifiedAt: dayAgo },
    });
    await aDiscussion(platform, { author: known, areaId: area.id });
    const topic = await aDiscussion(platform, { areaId: area.id });
    const key = `reply:newcomer-0:${author.id}`;
    const [{ times, withinMs }] = allowances.reply.perNewcomer;
    const wholeAt = platform.clock.now().getTime() + withinMs;
    await platform.db.rateLimit.createMany({
      data: [author, known].map(({ id }) => ({ key: `reply:newcomer-0:${id}`, wholeAt })),
    });
    const send = async (id: number) => {
      const cookie = await signedIn(platform, id);
      return site.post(`/t/${topic.number}/replies`, { body: "My long text" }, { cookie, headers: page });
    };
    const refused = await send(author.id);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe(String(withinMs / times / 1_000));
    const html = await refused.text();
    expect(html).toContain("My long text");
    expect(html).toContain("New accounts may post less than others.");
    const { createdAt } = await platform.db.member.findUniqueOrThrow({ where: { id: author.id } });
    const dayOld = new Date(createdAt.getTime() + 24 * 3_600_000).toISOString();
    expect(html).toContain(`your account is a day old, at <time dateTime="${dayOld}"`);
    expect(html).toContain('href="/settings/security#address"');
    expect(html).toContain("one of your posts stands here");
    expect((await send(known.id)).status).toBe(303);
    platform.clock.advance(withinMs / times);
    expect((await send(author.id)).status).toBe(303);
    expect(await platform.db.rateLimit.findUnique({ where: { key } })).not.toBeNull();
  });
});

describe("sign-up from one network", () => {
  test("stops after so many and keeps the form", async () => {
    const { times } = allowances.signUp.perNetwork;
    const network = "198.51.100.7";
    const send = (name: string, address: string) =>
      site.post(
        "/sign-up",
        { name, email: `${name}@post.example`, password: "short" },
        { headers: at(address) },
      );
    for (let made = 0; made < times; made++)
      expect((await send(`one-${made}`, `198.51.100.${made}`)).status).toBe(422);
    const refused = await send("one-more", network);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('value="one-more@post.example"');
    expect((await send("elsewhere", "203.0.113.9")).status).toBe(422);
  });

  test("cannot be spread over addresses the client made up", async () => {
    let looked = 0;
    for (let tries = 0; tries < allowances.signIn.perNetwork.times + 10; tries++) {
      const headers = at(`10.${tries}.0.1, 192.0.2.55`);
      const answer = await site.post("/sign-in", { identifier: `u${tries}`, password }, { headers });
      if (answer.status === 422) looked++;
      else expect(answer.status).toBe(429);
    }
    expect(looked).toBe(allowances.signIn.perNetwork.times);
  });
});

test("search has room for people and none for scripts", async () => {
  const { perNetwork } = allowances.search;
  const ask = () => site.get("/search?q=fee", { headers: at("192.0.2.77") });
  expect((await ask()).status).toBe(200);
  await platform.db.rateLimit.updateMany({
    where: { key: "search:network:192.0.2.0/24" },
    data: { wholeAt: platform.clock.now().getTime() + perNetwork.withinMs },
  });
  const statuses = new Set<number>();
  for (let tries = 0; tries < 12; tries++) statuses.add((await ask()).status);
  expect([...statuses]).toEqual([200, 429]);
  expect((await site.get("/", { headers: at("192.0.2.77") })).status).toBe(200);
});

test("signing in remembers the device beside the session", async () => {
  await site.post("/sign-up", { name: "mei", email: "mei@post.example", password }, { headers: page });
  const answer = await site.post("/sign-in", { identifier: "mei", password }, { headers: page });
  const [session, device] = answer.headers.getSetCookie();
  expect(session).toMatch(/^session=/);
  expect(device).toMatch(/^device=[\w-]{32}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/);
  const kept = JSON.stringify(await platform.db.knownDevice.findMany());
  expect(kept).not.toContain(device!.slice("device=".length, "device=".length + 32));
});
