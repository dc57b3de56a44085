import { expect, test } from "vitest";
import { sessionsOf } from "~/features/auth/lucia.server";
import { systemContext } from "~/features/members/context";
import { groupNotices } from "~/features/notifications/grouping";
import { listNotices } from "~/features/notifications/reading.server";
import { wordsOf } from "~/features/notifications/wording";
import { askForCopy } from "~/features/own-data/asking.server";
import { buildCopy } from "~/features/own-data/building.server";
import { copyFile } from "~/features/own-data/copy";
import { findCopy, openCopy } from "~/features/own-data/fetching.server";
import { purgeCopies } from "~/features/own-data/purging.server";
import { days, hours } from "~/platform/clock/clock";
import { NotFound } from "~/platform/errors";
import { writeCalendarDay } from "~/ui/primitives/dates";
import { aMember } from "../../factories/members";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { settle, somebody } from "./somebody";
import { unpacked } from "./unpacked";

const platform = await testPlatform();

test("a copy holds what its owner wrote, did and uploaded, explained in both languages, and no secret", async () => {
  const { me, ctx, answered, theirs, suggestion, picture, loose, other } = await somebody(
    platform,
    "copyword",
  );
  await sessionsOf(platform).createSession(me.id, {});
  await askForCopy(ctx);
  await settle(platform);
  const files = await unpacked(platform, me);
  const json = (name: string) =>
    JSON.parse(files.get(`data/${name}.json`)!.toString()) as Record<string, unknown>[];
  expect(json("account")[0]).toMatchObject({ displayName: "Mei copyword", email: "copyword@members.test" });
  expect(json("topics").map(({ number }) => number)).toContain(answered.number);
  expect(json("topics")[0]).toMatchObject({ title: "Better title copyword", body: "Better body copyword" });
  expect(json("replies")).toMatchObject([{ topic: theirs.number, body: "Better reply copyword" }]);
  expect(json("revisions").map(({ body }) => body)).toEqual(
    expect.arrayContaining(["Body copyword", "Reply copyword"]),
  );
  expect(json("votes")).toMatchObject([{ suggestion: suggestion.number, isCounted: true }]);
  expect(json("drafts")[0]).toMatchObject({ values: expect.anything() as unknown });
  expect(json("bookmarks")[0]).toMatchObject({ note: "Note copyword" });
  for (const id of [picture, loose])
    expect(files.get(`files/${id}.webp`)!.subarray(0, 4).toString()).toBe("RIFF");
  const readme = files.get("README.md")!.toString();
  expect(readme).toContain("A copy of your data");
  expect(readme).toContain("你的数据副本");
  for (const name of files.keys()) if (name.startsWith("data/")) expect(readme).toContain(`\`${name}\``);

  const all = Buffer.concat([...files].map(([, content]) => content)).toString("latin1");
  for (const secret of ["hash-of-copyword", "code-copyword", "session-copyword"])
    expect(all).not.toContain(secret);
  // What others wrote is theirs.
  for (const word of ["What others say", "Below it", other.name]) expect(all).not.toContain(word);
  const mail = await platform.db.mail.count({ where: { memberId: me.id, kind: "account", state: "sent" } });
  expect(mail).toBeGreaterThan(0);
}, 120_000);

test("a copy that is ready is told on the site, once, in the reader's language, beside its own mail", async () => {
  const me = await aMember(platform, { locale: "zh-CN", emailVerifiedAt: platform.clock.now() });
  await askForCopy(contextFor(platform, me));
  await settle(platform);
  await settle(platform);
  const { notices } = await listNotices(contextFor(platform, me), null);
  expect(notices).toMatchObject([{ type: "copy", isUnread: true, topic: null }]);
  const [group] = groupNotices(notices);
  const copy = await findCopy(contextFor(platform, me));
  const until = copy!.expiresAt!;
  expect(wordsOf("en", group!)).toMatchObject({ title: "Your data", lang: "en", href: "/settings/data" });
  expect(wordsOf("en", group!).said).toContain(writeCalendarDay(until.toISOString().slice(0, 10), "en"));
  expect(wordsOf("zh-CN", group!)).toMatchObject({ title: "你的数据", lang: "zh-CN" });
  expect(JSON.stringify(notices)).not.toContain(copy!.key);
  expect(await platform.db.mail.findMany({ where: { memberId: me.id }, select: { kind: true } })).toEqual([
    { kind: "account" },
  ]);
});

test("of two that are asked for at once one is made, and the next a day later takes its place", async () => {
  const me = await aMember(platform);
  const ctx = contextFor(platform, me);
  const asked = await Promise.all([askForCopy(ctx), askForCopy(ctx)]);
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
  await settle(platform);
  const first = (await findCopy(ctx))!;
  expect(first.state).toBe("ready");
  expect(await askForCopy(ctx)).toEqual({ ok: false, reason: "copy-too-soon" });
  platform.clock.advance(hours(24));
  expect((await askForCopy(ctx)).ok).toBe(true);
  expect(await platform.files.stat(copyFile(first.key))).toBeNull();
  await settle(platform);
  expect((await findCopy(ctx))!.key).not.toBe(first.key);
}, 60_000);

test("nobody else opens a copy, whatever their role, and it looks as if there were none", async () => {
  const me = await aMember(platform);
  await askForCopy(contextFor(platform, me));
  await settle(platform);
  const { key } = (await findCopy(contextFor(platform, me)))!;
  for (const role of ["member", "moderator", "staff", "admin"] as const) {
    const ctx = contextFor(platform, await aMember(platform, { role }));
    await expect(openCopy(ctx, key)).rejects.toThrow(NotFound);
    expect(await findCopy(ctx)).toBeNull();
  }
  for (const made of ["0".repeat(32), "", "../../secrets.json", `${key}/`, key.toUpperCase()])
    await expect(openCopy(contextFor(platform, me), made)).rejects.toThrow(NotFound);
}, 60_000);

test("a copy is gone after a week, and a file that no row names within the hour", async () => {
  const me = await aMember(platform);
  const ctx = contextFor(platform, me);
  await askForCopy(ctx);
  await settle(platform);
  const { key } = (await findCopy(ctx))!;
  const stray = copyFile("f".repeat(32));
  await platform.files.put(stray, Buffer.from("left over"));
  platform.clock.advance(days(7));
  await expect(openCopy(ctx, key)).rejects.toThrow(NotFound);
  await purgeCopies(systemContext(platform));
  expect(await platform.files.stat(copyFile(key))).toBeNull();
  expect(await platform.files.stat(stray)).toBeNull();
  expect(await findCopy(ctx)).toBeNull();
}, 60_000);

test("a copy that was cut off leaves nothing in the store, and is made when it is tried again", async () => {
  const me = await aMember(platform);
  const ctx = contextFor(platform, me);
  const asked = await askForCopy(ctx);
  const key = asked.ok ? asked.key : "";
  await expect(buildCopy(systemContext(platform), key, AbortSignal.abort())).rejects.toThrow();
  expect(await platform.files.stat(copyFile(key))).toBeNull();
  expect((await findCopy(ctx))!.state).toBe("building");
  await settle(platform);
  expect((await findCopy(ctx))!.state).toBe("ready");
  expect((await unpacked(platform, me)).size).toBeGreaterThan(30);
}, 60_000);

test("a hundred thousand rows fit through without being held", async () => {
  const me = await aMember(platform);
  const note = "x".repeat(60);
  for (let part = 0; part < 10; part++)
    await platform.db.$executeRaw`
      INSERT INTO "Bookmark" ("memberId", "note", "createdAt")
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      SELECT m."id", CAST(${note} AS TEXT), m."createdAt" FROM "Member" m, n WHERE m."id" = ${me.id}`;
  await askForCopy(contextFor(platform, me));
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let highest = 0;
  const watching = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 20);
  await settle(platform);
  clearInterval(watching);
  const bookmarks = JSON.parse(
    (await unpacked(platform, me)).get("data/bookmarks.json")!.toString(),
  ) as unknown[];
  expect(bookmarks).toHaveLength(100_000);
  expect(highest - before).toBeLessThan(150e6);
}, 180_000);
