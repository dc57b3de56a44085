import { describe, expect, test } from "vitest";
import { sessionsOf } from "~/features/auth/lucia.server";
import { hashPassword } from "~/features/auth/passwords.server";
import { openSession } from "~/features/auth/sessions.server";
import { signIn } from "~/features/auth/signing-in.server";
import { liftSuspension, suspendMember } from "~/features/auth/suspending.server";
import { listSuspensions } from "~/features/auth/suspensions.server";
import { suspensionMailComposer } from "~/features/mailing/suspension-mails.server";
import { systemContext } from "~/features/members/context";
import { countHiddenPosts } from "~/features/topics/hiding-all.server";
import { postReply } from "~/features/topics/replying.server";
import { days } from "~/platform/clock/clock";
import { Forbidden, NotFound } from "~/platform/errors";
import { scheduleJob } from "~/platform/outbox/append.server";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import { counterChecks } from "~/wiring/examination/counters.server";
import { awaited, subscriptions } from "~/wiring/subscriptions.server";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { aSuggestion } from "../../factories/suggestions";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const password = "nine kites over harbour";
const passwordHash = await hashPassword(password, "test");
const moderator = await aMember(platform, { role: "moderator" });
const visit = { device: "Firefox|macOS", network: "203.0.113.0/24", replaces: null };
const as = (actor: typeof moderator) => contextFor(platform, actor);
const worker = () => new OutboxWorker(platform, subscriptions, awaited);
const input = { length: "7", reason: "scam", note: "", hidesPosts: false } as const;

const suspend = (member: { name: string }, changed: object = {}, by = moderator) =>
  suspendMember(as(by), { ...input, ...changed, name: member.name });
const lift = (member: { name: string }, showsPosts = false, by = moderator) =>
  liftSuspension(as(by), { name: member.name, showsPosts });
const enter = ({ name }: { name: string }) => signIn(guest(platform), { identifier: name, password }, visit);
const suspendedAt = async ({ id }: { id: number }) =>
  (await db.member.findUniqueOrThrow({ where: { id } })).suspendedAt;

describe("somebody suspended", () => {
  test("is out on every device at once, and hears at sign-in what happened, until when and what the note says", async () => {
    const mei = await aMember(platform, { passwordHash });
    const cookies = [await openSession(platform, mei.id, visit), await openSession(platform, mei.id, visit)];
    expect(await suspend(mei, { note: "Links to a false wallet." })).toMatchObject({ ok: true });
    expect(await db.session.count({ where: { memberId: mei.id } })).toBe(0);
    for (const cookie of cookies) {
      const sessionId = /^session=([^;]+)/.exec(cookie)![1]!;
      expect((await sessionsOf(platform).validateSession(sessionId)).user).toBeNull();
    }
    expect(await enter(mei)).toEqual({
      ok: false,
      reason: "suspended",
      said: {
        id: "suspended-until",
        values: {
          reason: "scam",
          note: "Links to a false wallet.",
          hasNote: "yes",
          until: clock.now().getTime() + days(7),
        },
      },
    });
    expect(
      await signIn(guest(platform), { identifier: mei.name, password: "wrong one here" }, visit),
    ).toMatchObject({
      reason: "credentials",
    });
  });

  test("for good stays out until lifted, then enters with a new session only", async () => {
    const mei = await aMember(platform, { passwordHash });
    await suspend(mei, { length: "lifted" });
    clock.advance(days(400));
    expect(await enter(mei)).toMatchObject({ ok: false, said: { id: "suspended-for-good" } });
    // A sign-in that raced the suspension: its session must not wake.
    await openSession(platform, mei.id, visit);
    await lift(mei);
    await lift(mei);
    expect(await db.session.count({ where: { memberId: mei.id } })).toBe(0);
    expect(await enter(mei)).toMatchObject({ ok: true });
    expect(await db.auditEntry.count({ where: { kind: "suspension-lifted" } })).toBe(1);
  });

  test("comes back by time at sign-in, without waiting for a job", async () => {
    const mei = await aMember(platform, { passwordHash });
    await suspend(mei, { length: "1" });
    clock.advance(days(1) - 1);
    expect(await enter(mei)).toMatchObject({ ok: false });
    clock.advance(1);
    expect(await enter(mei)).toMatchObject({ ok: true });
    expect(await suspendedAt(mei)).toBeNull();
  });

  test("comes back by the job, once however many workers run it", async () => {
    const many = await Promise.all(Array.from({ length: 3 }, () => aMember(platform)));
    for (const one of many) await suspend(one, { length: "1" });
    const forGood = await aMember(platform);
    await suspend(forGood, { length: "lifted" });
    clock.advance(days(1));
    for (const key of ["a", "b"])
      await scheduleJob(platform, {
        ...{ listener: "suspensions", payload: {}, runAt: clock.now() },
        uniqueKey: `suspensions@test-${key}`,
      });
    await Promise.all([worker().drain(), worker().drain()]);
    for (const one of many) expect(await suspendedAt(one)).toBeNull();
    expect(await suspendedAt(forGood)).not.toBeNull();
    const ended = await db.auditEntry.findMany({ where: { kind: "suspension-lifted" } });
    const names = ended.map(({ detail }) => (JSON.parse(detail) as { member: string }).member);
    for (const { name } of many) expect(names.filter((each) => each === name)).toHaveLength(1);
  });

  test("keeps votes that do not count until they are back", async () => {
    const mei = await aMember(platform);
    const { id } = await aSuggestion(platform, { voters: [mei] });
    const votes = async () => (await db.topic.findUniqueOrThrow({ where: { id } })).voteCount;
    expect(await votes()).toBe(2);
    await suspend(mei);
    await worker().drain();
    expect(await votes()).toBe(1);
    await lift(mei);
    await worker().drain();
    expect(await votes()).toBe(2);
  });

  test("gets a mail with facts alone, in their language, and one when it ends", async () => {
    const mei = await aMember(platform, { locale: "zh-CN" });
    await suspend(mei, { note: "canary words" });
    await lift(mei);
    const address = `${mei.name}@members.test`;
    const mails = await db.mail.findMany({ where: { address }, orderBy: { id: "asc" } });
    expect(mails.map(({ data }) => (data as { type: string }).type)).toEqual([
      "suspended",
      "suspension-ended",
    ]);
    expect(JSON.stringify(mails)).not.toContain("canary");
    const recipient = { memberId: mei.id, address, locale: "zh-CN" as const, timeZone: "UTC", code: null };
    const composed = await suspensionMailComposer.compose(
      systemContext(platform),
      mails.map(({ id, kind, data, createdAt }) => ({
        ...{ id, kind, createdAt, recipient },
        data: data as Record<string, unknown>,
      })),
    );
    expect(JSON.stringify([...composed.values()])).toContain("诈骗或冒充");
  });

  test("posts nothing, also in the same moment: what came first stands, and counts are exact", async () => {
    for (let round = 0; round < 4; round++) {
      const mei = await aMember(platform);
      const topic = await aDiscussion(platform);
      const post = { number: topic.number, body: "In the same moment.", attachmentIds: [], submission: "" };
      const [, ...posted] = await Promise.allSettled([
        suspend(mei),
        ...Array.from({ length: 3 }, () => postReply(as(mei), post)),
      ]);
      const stands = await db.reply.count({ where: { topicId: topic.id } });
      expect(stands).toBe(posted.filter(({ status }) => status === "fulfilled").length);
      await expect(postReply(as(mei), post)).rejects.toThrow();
    }
    for (const check of counterChecks)
      expect([check.name, await check.count(platform)]).toEqual([check.name, 0]);
  });
});

describe("who suspends whom", () => {
  test("nobody themselves, their equals or above; members nobody; and only accounts", async () => {
    const admin = await aMember(platform, { role: "admin" });
    const staff = await aMember(platform, { role: "staff" });
    const other = await aMember(platform, { role: "moderator" });
    const mei = await aMember(platform);
    for (const member of [moderator, other, staff, admin])
      await expect(suspend(member)).rejects.toThrow(Forbidden);
    await expect(suspend(moderator, {}, mei)).rejects.toThrow(Forbidden);
    await expect(suspend(admin, {}, admin)).rejects.toThrow(Forbidden);
    expect(await suspend(other, {}, staff)).toMatchObject({ ok: true });
    await expect(lift(other, false, moderator)).rejects.toThrow(Forbidden);
    await expect(suspend({ name: "nobody-at-all" })).rejects.toThrow(NotFound);
    await expect(suspend(await aMember(platform, { origin: "import" }))).rejects.toThrow(NotFound);
    await expect(listSuspensions(as(mei))).rejects.toThrow(Forbidden);
  });

  test("two moderators at once are one suspension, and the second is told", async () => {
    const mei = await aMember(platform);
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => suspend(mei)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "suspended-already" });
    expect(await db.suspension.count({ where: { memberId: mei.id } })).toBe(1);
    const { suspensions } = await listSuspensions(as(moderator));
    expect(suspensions[0]).toMatchObject({ member: { name: mei.name }, reason: "scam" });
  });
});

describe("everything a swindler wrote", () => {
  test("goes out of sight part by part, and comes back when asked, exactly as it was", async () => {
    const mei = await aMember(platform);
    const own = await aDiscussion(platform, { author: mei });
    const topic = await aDiscussion(platform);
    const parent = await aReply(platform, topic, { author: mei });
    await aReply(platform, topic, { parentId: parent.id });
    for (let made = 0; made < 28; made++) await aReply(platform, topic, { author: mei });
    const held = await aReply(platform, topic, { author: mei });
    await db.reply.update({ where: { id: held.id }, data: { heldAt: clock.now(), heldFor: "links" } });
    const shape = async () => ({
      topic: await db.topic.findUniqueOrThrow({ where: { id: topic.id }, select: { childCount: true } }),
      own: await db.topic.findUniqueOrThrow({ where: { id: own.id }, select: { isListed: true } }),
      posts: await countHiddenPosts(platform, mei.id),
    });
    const before = await shape();
    expect(before.posts).toEqual({ hidden: 0, shown: 30 });
    await suspend(mei, { hidesPosts: true });
    await worker().drain();
    expect((await shape()).posts).toEqual({ hidden: 30, shown: 0 });
    expect((await shape()).own.isListed).toBe(false);
    expect(await db.reviewItem.count({ where: { authorId: mei.id, reason: "suspension" } })).toBe(0);
    await lift(mei, true);
    await worker().drain();
    expect(await shape()).toEqual(before);
    expect(await db.reply.findUnique({ where: { id: held.id } })).toMatchObject({ heldFor: "links" });
  }, 60_000);

  test("stays hidden when the suspension is lifted without asking for it", async () => {
    const mei = await aMember(platform);
    await aDiscussion(platform, { author: mei });
    await suspend(mei, { hidesPosts: true });
    await worker().drain();
    await lift(mei);
    await worker().drain();
    expect(await countHiddenPosts(platform, mei.id)).toEqual({ hidden: 1, shown: 0 });
    await lift(mei, true);
    await worker().drain();
    expect(await countHiddenPosts(platform, mei.id)).toEqual({ hidden: 0, shown: 1 });
  });
});
