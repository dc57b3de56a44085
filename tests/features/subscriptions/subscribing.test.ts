import { describe, expect, test } from "vitest";
import type { Label } from "~/features/changelog/announcement";
import { withdrawAnnouncement } from "~/features/changelog/withdrawing.server";
import { MailSender } from "~/features/mailing/sending.server";
import { noteHardBounce } from "~/features/mailing/bounces.server";
import { fanOutJobs, noticeListener } from "~/features/notifications/telling.server";
import { toldEvents } from "~/features/notifications/told-events";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { subscriberFanOut, subscriberListener } from "~/features/subscriptions/mailing-entries.server";
import { purgeSubscriptionsJob } from "~/features/subscriptions/purging.server";
import {
  askToSubscribe,
  confirmSubscription,
  isConfirmable,
} from "~/features/subscriptions/subscribing.server";
import { requireStopLink, stopSubscription } from "~/features/subscriptions/unsubscribing.server";
import { castVote } from "~/features/suggestions/voting.server";
import { purgeAuthJob } from "~/features/auth/purging.server";
import { hours } from "~/platform/clock/clock";
import { NotFound } from "~/platform/errors";
import type { Delivery, MailMessage, MailTransport } from "~/platform/mail/port";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import { composers } from "~/wiring/mails.server";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { aSuggestion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { aReader, addressOf } from "../notifications/mails";

const platform = await testPlatform();
const { db, clock } = platform;
const staff = contextFor(platform, await aMember(platform, { role: "staff" }));

/** Takes every mail and keeps it. The real transports are proven in tests/contracts/mail. */
class KeepingTransport implements MailTransport {
  readonly kind = "smtp";
  readonly lanes = 1;
  readonly sent: MailMessage[] = [];
  async send(message: MailMessage): Promise<Delivery> {
    this.sent.push(message);
    return { outcome: "accepted", response: "250 OK" };
  }
  async close() {}
}
const post = new KeepingTransport();
const sender = new MailSender({ ...platform, mail: post }, composers);
const subscriptions = Object.fromEntries(toldEvents.map((type) => [type, [noticeListener]]));

async function deliver(): Promise<void> {
  await new OutboxWorker<Platform>(
    platform,
    { ...subscriptions, "announcement.published": [noticeListener, subscriberListener] },
    [...fanOutJobs, subscriberFanOut],
  ).drain();
  await sender.drain();
}
const to = (address: string) => post.sent.filter((mail) => mail.to.address === address);

let asked = 0;
async function asks(email: string, traits: { labels?: Label[]; language?: "en" | "zh-CN" } = {}) {
  const wish = { email, language: traits.language ?? ("en" as const), labels: traits.labels ?? [] };
  expect((await askToSubscribe(guest(platform), wish, `203.0.113.${++asked % 250}`)).isAllowed).toBe(true);
  await sender.drain();
  return tokenIn(to(email).at(-1)!);
}
const tokenIn = (mail: MailMessage) => /\/subscribe\/([\w-]+)\n/.exec(mail.text)![1]!;

async function aSubscriber(email: string, traits: Parameters<typeof asks>[1] = {}) {
  expect(await confirmSubscription(guest(platform), await asks(email, traits))).toBe(true);
  post.sent.length = 0;
  return email;
}

describe("subscribing", () => {
  test("takes a press in a mail that holds no word anybody chose, in the language asked for", async () => {
    const token = await asks("new@readers.test", { language: "zh-CN" });
    const [mail] = to("new@readers.test");
    expect(mail!.subject).toContain("更新日志");
    expect(`${mail!.text}${mail!.html}`).not.toContain("new@readers.test");
    expect(await db.changelogSubscriber.count({ where: { email: "new@readers.test" } })).toBe(0);
    const presses = await Promise.all([1, 2, 3].map(() => confirmSubscription(guest(platform), token)));
    expect(presses.filter(Boolean)).toHaveLength(1);
    expect(await db.changelogSubscriber.findUnique({ where: { email: "new@readers.test" } })).toMatchObject({
      locale: "zh-CN",
      labels: [],
    });
  });

  test("asked again is answered alike, and the choices confirmed last count", async () => {
    await aSubscriber("twice@readers.test");
    expect(
      await confirmSubscription(guest(platform), await asks("twice@readers.test", { labels: ["security"] })),
    ).toBe(true);
    expect(await db.changelogSubscriber.findMany({ where: { email: "twice@readers.test" } })).toMatchObject([
      { labels: ["security"] },
    ]);
  });

  test("is limited for an address, whichever network asks", async () => {
    const wish = { email: "flooded@readers.test", language: "en" as const, labels: [] };
    const spent = [];
    for (let index = 0; index < 8; index++)
      spent.push(await askToSubscribe(guest(platform), wish, `198.51.100.${index}`));
    expect(spent.filter(({ isAllowed }) => isAllowed)).toHaveLength(5);
    await sender.drain();
    expect(to("flooded@readers.test")).toHaveLength(5);
  });

  test("that nobody confirms is forgotten after 48 hours, with its address", async () => {
    const token = await asks("silent@readers.test");
    clock.advance(hours(47));
    expect(await isConfirmable(guest(platform), token)).toBe(true);
    clock.advance(hours(2));
    expect(await confirmSubscription(guest(platform), token)).toBe(false);
    await purgeAuthJob.handle(platform, []);
    await purgeSubscriptionsJob.handle(platform, []);
    expect(await db.mail.count({ where: { address: "silent@readers.test" } })).toBe(0);
    const waiting = await db.challenge.findMany({ where: { purpose: "subscribe" } });
    expect(JSON.stringify(waiting)).not.toContain("silent@readers.test");
  });
});

describe("an entry by mail", () => {
  test("goes once to each, with one press to stop it, and never again", async () => {
    await aSubscriber("once@readers.test");
    const { id, slug } = await anAnnouncement(platform, { title: "Faster swaps", release: "2.4.1" });
    await deliver();
    await subscriberListener.handle(platform, [
      { id: 1, type: "announcement.published", payload: { announcementId: id, quiet: false }, attempts: 1 },
    ]);
    await deliver();
    const [mail, ...more] = to("once@readers.test");
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: "2.4.1 Faster swaps" });
    const url = /^<(.+)>$/.exec(mail!.headers!["List-Unsubscribe"]!)![1]!;
    expect(mail!.headers!["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(mail!.text).toContain(url);

    await withdrawAnnouncement(staff, { slug });
    await publishAnnouncement(staff, { slug, version: 1, settle: false });
    await deliver();
    expect(to("once@readers.test")).toHaveLength(1);

    const token = /\/subscribe\/([^/]+)\/stop$/.exec(url)![1]!;
    await stopSubscription(guest(platform), token);
    await stopSubscription(guest(platform), token);
    await anAnnouncement(platform);
    await deliver();
    expect(to("once@readers.test")).toHaveLength(1);
    for (const forged of [token.replace(/^\d+/, "1"), `${token}x`, "1.", "x"])
      expect(() => requireStopLink(platform, forged)).toThrow(NotFound);
  });

  test("is not sent when it was withdrawn or the address stopped it while the mail waited", async () => {
    const stopping = await aSubscriber("stopping@readers.test");
    await aSubscriber("waiting@readers.test");
    const first = await anAnnouncement(platform, { title: "Withdrawn at once" });
    await new OutboxWorker<Platform>(platform, { "announcement.published": [subscriberListener] }, [
      subscriberFanOut,
    ]).drain();
    await withdrawAnnouncement(staff, first);
    await sender.drain();
    expect(to("waiting@readers.test")).toEqual([]);
    await anAnnouncement(platform, { title: "It stays" });
    await new OutboxWorker<Platform>(platform, { "announcement.published": [subscriberListener] }, [
      subscriberFanOut,
    ]).drain();
    await db.changelogSubscriber.delete({ where: { email: stopping } });
    await sender.drain();
    expect([to("waiting@readers.test").length, to(stopping).length]).toEqual([1, 0]);
  });

  test("comes for the chosen labels only, and to a member who asked for it not twice", async () => {
    const member = await aReader(platform, { name: "asker" });
    const other = await aReader(platform, { name: "bystander" });
    for (const each of [member, other]) await aSubscriber(addressOf(each));
    await aSubscriber("fixes@readers.test", { labels: ["fixed"] });
    await aSubscriber("bounced@readers.test");
    for (let index = 0; index < 3; index++)
      await noteHardBounce(platform, { address: "bounced@readers.test", reason: "550" });
    const wish = await aSuggestion(platform);
    await castVote(contextFor(platform, member), { number: wish.number });
    await anAnnouncement(platform, { title: "Asked for by one", labels: ["new"], topics: [wish.number] });
    await deliver();
    const counts = [addressOf(member), addressOf(other), "fixes@readers.test", "bounced@readers.test"].map(
      (address) => to(address).length,
    );
    expect(counts).toEqual([1, 1, 0, 0]);
    await anAnnouncement(platform, { labels: ["fixed", "new"] });
    await deliver();
    expect(to("fixes@readers.test")).toHaveLength(1);
  });

  test("reaches a thousand in parts, each once, also when a part is done twice", async () => {
    await db.changelogSubscriber.createMany({
      data: Array.from({ length: 1_200 }, (_none, index) => ({
        email: `crowd-${index}@readers.test`,
        locale: "en",
        labels: [],
        confirmedAt: clock.now(),
      })),
    });
    const { id } = await anAnnouncement(platform);
    const worker = new OutboxWorker<Platform>(platform, { "announcement.published": [subscriberListener] }, [
      subscriberFanOut,
    ]);
    await worker.drain();
    for (const after of [0, 600])
      await subscriberFanOut.handle(platform, [
        { id: 1, type: "job", payload: { announcementId: id, after }, attempts: 1 },
      ]);
    await worker.drain();
    const keys = await db.mail.findMany({
      where: { uniqueKey: { startsWith: `changelog:${id}:` }, address: { startsWith: "crowd-" } },
      select: { address: true },
    });
    expect([keys.length, new Set(keys.map(({ address }) => address)).size]).toEqual([1_200, 1_200]);
  });
});
