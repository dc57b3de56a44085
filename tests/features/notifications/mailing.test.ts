import { beforeEach, expect, test } from "vitest";
import { sendAccountMail } from "~/features/mailing/account-mails.server";
import { makeMailCode } from "~/features/mailing/mail-codes.server";
import { type Actor, systemContext } from "~/features/members/context";
import { digestJob } from "~/features/notifications/digests.server";
import { choicesOf, noticeTypes } from "~/features/notifications/notice";
import { getNoticeSettings, saveNoticeSettings } from "~/features/notifications/settings.server";
import { getStoppable, unsubscribe } from "~/features/notifications/unsubscribing.server";
import { castVote } from "~/features/suggestions/voting.server";
import { setFollow } from "~/features/topics/following.server";
import { days, minutes } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import type { MailMessage } from "~/platform/mail/port";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { aReader, mailing } from "./mails";

const platform = await testPlatform();
const { db, clock } = platform;
const ctx = systemContext(platform);
const mails = mailing(platform);
const staff = await aMember(platform, { name: "lin", displayName: "Lin", role: "staff" });
const as = (actor: Actor) => contextFor(platform, actor);
const canary = "CANARY-7f3k";

let mei: Actor, sam: Actor;
beforeEach(async () => {
  mails.all.length = 0;
  [mei, sam] = [await aReader(platform), await aMember(platform, { displayName: "Sam Visit-Evil" })];
});

const source = (mail: MailMessage | undefined) => JSON.stringify(mail);
const unsubscribeToken = (mail: MailMessage) =>
  /unsubscribe\/([^>]+)>/.exec(mail.headers!["List-Unsubscribe"]!)![1]!;

test("replies of a topic gather for ten minutes into one mail in the topic's thread", async () => {
  const topic = await aDiscussion(platform, { author: mei, title: "Swap is stuck" });
  await aReply(platform, topic, { author: sam, body: "First answer" });
  await mails.send();
  clock.advance(minutes(9));
  await aReply(platform, topic, { author: sam, body: "Second answer" });
  await mails.send();
  expect(mails.all).toEqual([]);
  clock.advance(minutes(1));
  await mails.send();
  expect(mails.to(mei)).toHaveLength(1);
  const [mail] = mails.to(mei);
  expect(mail!.subject).toBe("Sam Visit-Evil replied 2 times: Swap is stuck");
  expect(mail!.references).toEqual([`topic.${topic.number}@hearback.test`]);
  for (const part of [mail!.text, mail!.html]) {
    expect(part).toContain("First answer");
    expect(part).toContain("Second answer");
    expect(part).toContain(`http://hearback.test/t/${topic.number}/replies/`);
  }
});

test("an official reply and a mention go at once", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  await anOfficialReply(platform, topic, { author: staff, body: "We found it." });
  const elsewhere = await aDiscussion(platform, { author: sam });
  await aReply(platform, elsewhere, { author: sam, body: `@${mei.name} see` });
  await mails.send();
  expect(mails.to(mei).map(({ subject }) => subject.split(":")[0])).toEqual([
    "Official reply by Lin",
    "Somebody mentioned you",
  ]);
  expect(mails.to(mei)[0]!.text).toContain("> We found it.");
});

test("a mail caused by a stranger carries no word of theirs: no text, no title, no name", async () => {
  const trap = await aDiscussion(platform, {
    author: sam,
    title: `${canary} call +1 555`,
    body: `@${mei.name}`,
  });
  await aReply(platform, trap, { author: sam, body: `@${mei.name} ${canary}` });
  await mails.send();
  expect(mails.to(mei)).toHaveLength(2);
  for (const mail of mails.to(mei)) {
    expect(source(mail)).not.toContain(canary);
    expect(source(mail)).not.toContain("Visit-Evil");
    expect(mail.text).toContain(`Topic #${trap.number}`);
  }
});

test("what was held, deleted, muted, unfollowed or read before the mail went is in no mail", async () => {
  const change: Record<string, (topic: { id: number; number: number }, replyId: number) => Promise<unknown>> =
    {
      held: (_topic, id) => db.reply.update({ where: { id }, data: { heldAt: clock.now() } }),
      deleted: (_topic, id) => db.reply.update({ where: { id }, data: { deletedAt: clock.now() } }),
      "topic held": ({ id }) => db.topic.update({ where: { id }, data: { heldAt: clock.now() } }),
      "topic deleted": ({ id }) => db.topic.update({ where: { id }, data: { deletedAt: clock.now() } }),
      muted: ({ number }) => setFollow(as(mei), { number, level: "muted" }),
      unfollowed: ({ id }) => db.follow.deleteMany({ where: { topicId: id, memberId: mei.id } }),
      read: ({ id }) => db.notice.updateMany({ where: { topicId: id }, data: { readAt: clock.now() } }),
      "mail muted": async () =>
        saveNoticeSettings(as(mei), { ...(await getNoticeSettings(as(mei))), isMailMuted: true }),
      suspended: () => db.member.update({ where: { id: mei.id }, data: { suspendedAt: clock.now() } }),
    };
  for (const [what, make] of Object.entries(change)) {
    const topic = await aDiscussion(platform, { author: mei });
    const { id } = await aReply(platform, topic, { author: sam, body: canary });
    await mails.send();
    await make(topic, id);
    clock.advance(minutes(10));
    await mails.send();
    expect([what, mails.all]).toEqual([what, []]);
  }
  expect(await db.mail.count({ where: { state: "waiting", memberId: mei.id } })).toBe(0);
});

test("an announcement is one mail to each that lists their own items, in their language, and never a second time", async () => {
  const chinese = await aReader(platform, { locale: "zh-CN" });
  const [wish, problem] = [
    await aSuggestion(platform, { author: mei, title: "Dark mode please" }),
    await aDiscussion(platform, { author: chinese, title: "转账卡住了" }),
  ];
  await castVote(as(chinese), { number: wish.number });
  await anAnnouncement(platform, {
    author: staff,
    title: "Version 2.4.1",
    topics: [wish.number, problem.number],
  });
  await mails.send();
  await mails.send();
  expect(mails.to(mei)).toHaveLength(1);
  expect(mails.to(chinese)).toHaveLength(1);
  const [english, own] = [mails.to(mei)[0]!, mails.to(chinese)[0]!];
  expect(english.text).toContain("Dark mode please");
  expect(english.text).not.toContain("转账卡住了");
  expect(own.text).toContain("Dark mode please");
  expect(own.text).toContain("转账卡住了");
  expect(own.subject).toContain("你想要的有了结果");
});

test("an announcement withdrawn before its mails went reaches nobody", async () => {
  const wish = await aSuggestion(platform, { author: mei });
  const { id } = await anAnnouncement(platform, { author: staff, title: canary, topics: [wish.number] });
  const { tellEverybody } = await import("./telling");
  await tellEverybody(platform);
  await db.announcement.update({ where: { id }, data: { status: "withdrawn" } });
  await mails.send();
  expect(mails.all).toEqual([]);
});

test("the member's code stands on every mail to an address known to be theirs, and on no other", async () => {
  const code = await makeMailCode(as(mei));
  const topic = await aDiscussion(platform, { author: mei });
  await anOfficialReply(platform, topic, { author: staff });
  await inTransaction(ctx, async (tx) => {
    await sendAccountMail(tx, { type: "password-changed", memberId: mei.id });
    await sendAccountMail(tx, {
      type: "confirm-new-address",
      memberId: mei.id,
      to: "new@members.test",
      path: "/x",
    });
  });
  await mails.send();
  expect(mails.to(mei)).toHaveLength(2);
  for (const mail of mails.to(mei)) for (const part of [mail.text, mail.html]) expect(part).toContain(code);
  expect(source(mails.all.find(({ to }) => to.address === "new@members.test"))).not.toContain(code);
});

test("mails about the account come to who muted all mail, hold nothing anybody chose, and lose their link afterwards", async () => {
  const loud = await aMember(platform, { name: "evil-link", displayName: canary, locale: "en" });
  await saveNoticeSettings(as(loud), { ...(await getNoticeSettings(as(loud))), isMailMuted: true });
  await inTransaction(ctx, (tx) =>
    sendAccountMail(tx, {
      type: "reset-password",
      memberId: loud.id,
      path: "/reset/token",
      validMinutes: 60,
    }),
  );
  await mails.send();
  const [mail] = mails.to(loud);
  expect(mail!.text).toContain("http://hearback.test/reset/token");
  expect(source(mail)).not.toContain(canary);
  expect(source(mail).replaceAll("evil-link@members.test", "")).not.toContain("evil-link");
  expect(mail!.headers).not.toHaveProperty("List-Unsubscribe");
  expect(await db.mail.findFirst({ orderBy: { id: "desc" } })).toMatchObject({ state: "sent", data: {} });
});

test("one press stops a topic, a kind, the digest or all, without signing in, and a made-up link nothing", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  await anOfficialReply(platform, topic, { author: staff });
  const wish = await aSuggestion(platform, { author: mei });
  await anAnnouncement(platform, { author: staff, topics: [wish.number] });
  await mails.send();
  const [official, announcement] = mails.to(mei);
  const visitor = { ...platform, actor: null, locale: "en" as const };
  expect(await getStoppable(visitor, unsubscribeToken(official!))).toEqual({
    what: "topic",
    number: topic.number,
  });
  await unsubscribe(visitor, unsubscribeToken(official!));
  await unsubscribe(visitor, unsubscribeToken(official!));
  await unsubscribe(visitor, unsubscribeToken(announcement!));
  expect(await db.follow.findFirst({ where: { topicId: topic.id, memberId: mei.id } })).toMatchObject({
    level: "muted",
  });
  expect((await getNoticeSettings(as(mei))).choices).toEqual({ announcement: { mail: false } });
  const good = unsubscribeToken(official!);
  for (const token of [
    "",
    "x",
    `${mei.id}-all`,
    `${mei.id}-all.AAAA`,
    good.replace(/^\d+/, "1"),
    `${good}x`,
    `${good}.x`,
  ])
    await expect(unsubscribe(visitor, token)).rejects.toThrow(NotFound);
});

test("the digest comes once a day at the chosen hour with what waits unread, and not when there is nothing", async () => {
  const choices = choicesOf(
    noticeTypes,
    (type, channel) => channel === "app" || (type === "reply" && channel === "digest"),
  );
  const settings = { choices, isMailMuted: false, digest: "daily" as const, digestHour: 9, digestDay: 1 };
  await db.member.update({ where: { id: mei.id }, data: { timeZone: "Asia/Shanghai" } });
  await saveNoticeSettings(as(mei), settings);
  const { nextDigestAt } = await db.noticeSettings.findUniqueOrThrow({ where: { memberId: mei.id } });
  expect(nextDigestAt!.getUTCHours()).toBe(1);
  const topic = await aDiscussion(platform, { author: mei, title: "Worth a digest" });
  const [seen] = [
    await aReply(platform, topic, { author: sam }),
    await aReply(platform, topic, { author: sam }),
  ];
  await mails.send();
  await db.notice.updateMany({ where: { replyId: seen.id }, data: { readAt: clock.now() } });
  clock.advance(days(1));
  const due = [{ id: 1, type: "job", payload: {}, attempts: 0 }];
  await Promise.all([digestJob.handle(platform, due), digestJob.handle(platform, due)]);
  await mails.send();
  expect(mails.to(mei)).toHaveLength(1);
  expect(mails.to(mei)[0]!.text).toContain("Worth a digest");
  expect(mails.to(mei)[0]!.subject).toContain("1 thing for you");
  clock.advance(days(1));
  await digestJob.handle(platform, due);
  await mails.send();
  expect(mails.to(mei)).toHaveLength(1);
});
