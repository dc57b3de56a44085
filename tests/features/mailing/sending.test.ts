import { afterEach, beforeEach, expect, test } from "vitest";
import { hardBouncesUntilSuppressed } from "~/features/mailing/bounces.server";
import { mailLeaseMs } from "~/features/mailing/claiming.server";
import type { Composer } from "~/features/mailing/composing";
import { queueMail, type QueuedMail } from "~/features/mailing/queueing.server";
import { MailSender } from "~/features/mailing/sending.server";
import { systemContext } from "~/features/members/context";
import { days } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import type { Delivery, MailMessage, MailTransport } from "~/platform/mail/port";
import { aMember } from "../../factories/members";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const ctx = systemContext(platform);

/** Says what it was asked to, and keeps what it was given: the two real transports are proven in tests/contracts/mail. */
class ScriptedTransport implements MailTransport {
  readonly kind = "smtp";
  lanes = 3;
  readonly sent: MailMessage[] = [];
  answer: (message: MailMessage) => Delivery | Promise<Delivery> = () => accepted;
  async send(message: MailMessage) {
    this.sent.push(message);
    return this.answer(message);
  }
  async close() {}
}
const accepted: Delivery = { outcome: "accepted", response: "250 OK" };
const words = {
  locale: "en",
  siteName: "Tern",
  home: "http://hearback.test",
  subject: "Hello",
  preview: "",
  code: null,
};
const greeting: Composer = {
  kind: "greeting",
  isOptional: true,
  async compose(_ctx, mails) {
    return new Map(
      mails.map(({ id, recipient }) => [
        id,
        {
          document: {
            ...words,
            locale: "en",
            heading: "Hi",
            paragraphs: [],
            reason: "",
            links: [],
            code: recipient.code,
          },
          unsubscribe: "http://hearback.test/unsubscribe/x",
        },
      ]),
    );
  },
};

let transport: ScriptedTransport;
let sender: MailSender;
beforeEach(() => {
  transport = new ScriptedTransport();
  sender = new MailSender({ ...platform, mail: transport }, [greeting]);
});
afterEach(async () => {
  await db.mail.deleteMany({});
  await db.mailBounce.deleteMany({});
});

async function aReader(traits: object = {}) {
  const member = await aMember(platform);
  await db.member.update({ where: { id: member.id }, data: { emailVerifiedAt: clock.now(), ...traits } });
  return { ...member, email: `${member.name}@members.test` };
}

const queue = (mail: Partial<QueuedMail>) =>
  inTransaction(ctx, (tx) => queueMail(tx, { kind: "greeting", data: { secret: "link" }, ...mail }));

test("a mail goes once, with the ids that let it be known again, and its facts are erased", async () => {
  const { id: memberId, email } = await aReader();
  await queue({ memberId });
  await sender.drain();
  await sender.drain();
  expect(transport.sent).toHaveLength(1);
  const mail = await db.mail.findFirstOrThrow();
  expect(mail).toMatchObject({ state: "sent", claims: 1, data: {}, leaseToken: null });
  expect(transport.sent[0]).toMatchObject({
    to: { address: email },
    messageId: `mail.${mail.id}@hearback.test`,
    headers: {
      "List-Unsubscribe": "<http://hearback.test/unsubscribe/x>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  });
});

test("the same key is queued once, what is due later waits, and the urgent go first", async () => {
  // Of several lanes the first may take one mail and the second the other.
  transport.lanes = 1;
  const { id: memberId } = await aReader();
  const dueAt = new Date(clock.now().getTime() + 60_000);
  await queue({ memberId, uniqueKey: "one" });
  await queue({ memberId, uniqueKey: "one" });
  await queue({ memberId, uniqueKey: "later", dueAt });
  await queue({ memberId, uniqueKey: "urgent", isUrgent: true });
  await sender.drain();
  const [first, urgent] = await db.mail.findMany({ orderBy: { id: "asc" }, where: { state: "sent" } });
  expect(transport.sent.map(({ messageId }) => messageId)).toEqual([
    `mail.${urgent!.id}@hearback.test`,
    `mail.${first!.id}@hearback.test`,
  ]);
  clock.advance(60_000);
  await sender.drain();
  expect(transport.sent).toHaveLength(3);
});

test.each([
  ["an address nobody confirmed", { emailVerifiedAt: null }, "address-not-confirmed"],
  ["no address", { email: null }, "no-address"],
  ["a suspended member", { suspendedAt: new Date() }, "account-away"],
  ["a member who left", { deletedAt: new Date() }, "account-away"],
])("to %s nothing goes", async (_whom, traits, outcome) => {
  const { id: memberId } = await aReader(traits);
  await queue({ memberId });
  await sender.drain();
  expect(transport.sent).toEqual([]);
  expect(await db.mail.findFirst()).toMatchObject({ state: "dropped", outcome });
});

test("after the third refusal for good nothing goes to an address; a refused text does not count", async () => {
  const { id: memberId } = await aReader();
  for (let time = 0; time <= hardBouncesUntilSuppressed; time++) {
    transport.answer = () => ({ outcome: "refused", response: "550 no such user", isForAddress: time > 0 });
    await queue({ memberId });
    await sender.drain();
  }
  await queue({ memberId });
  await sender.drain();
  expect(transport.sent).toHaveLength(hardBouncesUntilSuppressed + 1);
  expect(await db.mail.findFirst({ orderBy: { id: "desc" } })).toMatchObject({ outcome: "address-bounced" });
});

test("who asks to come again is asked again later each time, and given up after three days", async () => {
  const { id: memberId } = await aReader();
  await queue({ memberId });
  transport.answer = () => ({ outcome: "later", response: "451 later" });
  const pauses: number[] = [];
  for (let attempt = 1; attempt <= 5; attempt++) {
    await sender.drain();
    const { dueAt, attempts } = await db.mail.findFirstOrThrow();
    expect(attempts).toBe(attempt);
    pauses.push(dueAt.getTime() - clock.now().getTime());
    clock.advance(pauses.at(-1)!);
  }
  for (const [index, pause] of pauses.entries()) {
    expect(pause).toBeGreaterThanOrEqual(2_500 * 2 ** index);
    expect(pause).toBeLessThanOrEqual(7_500 * 2 ** index);
  }
  for (let attempt = 0; attempt < 30; attempt++) {
    clock.advance(days(1) / 4);
    clock.advance(days(1) / 8);
    await sender.drain();
  }
  expect(await db.mail.findFirst()).toMatchObject({ state: "failed", outcome: "451 later" });
});

test("when nobody answers the sender stops trying the others and gives them back", async () => {
  const readers = await Promise.all(Array.from({ length: 30 }, () => aReader()));
  for (const { id: memberId } of readers) await queue({ memberId });
  transport.answer = () => ({ outcome: "away", response: "ECONNREFUSED" });
  await sender.drain();
  expect(transport.sent.length).toBeLessThanOrEqual(transport.lanes);
  expect(await db.mail.count({ where: { state: "waiting", leaseToken: null } })).toBe(30);
  transport.answer = () => accepted;
  clock.advance(30_000);
  await sender.drain();
  expect(await db.mail.count({ where: { state: "sent" } })).toBe(30);
});

test("of two senders each mail goes to one, and what a dead one held goes when its lease is over", async () => {
  const readers = await Promise.all(Array.from({ length: 40 }, () => aReader()));
  for (const { id: memberId } of readers) await queue({ memberId });
  const other = new MailSender({ ...platform, mail: transport }, [greeting]);
  const dead = await db.mail.findFirstOrThrow();
  await db.mail.update({
    where: { id: dead.id },
    data: { claims: 1, leaseToken: "dead", leasedUntil: new Date(clock.now().getTime() + mailLeaseMs) },
  });
  await Promise.all([sender.drain(), other.drain()]);
  expect(new Set(transport.sent.map(({ messageId }) => messageId)).size).toBe(39);
  expect(transport.sent).toHaveLength(39);
  clock.advance(mailLeaseMs + 1);
  await sender.drain();
  expect(await db.mail.findUnique({ where: { id: dead.id } })).toMatchObject({ state: "sent", claims: 2 });
});

test("a sender that comes back late changes nothing about a mail another has taken", async () => {
  const { id: memberId } = await aReader();
  await queue({ memberId });
  let answer = (_delivery: Delivery) => {};
  transport.answer = () => new Promise((resolve) => (answer = resolve));
  const slow = sender.drain();
  while (transport.sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
  clock.advance(mailLeaseMs + 1);
  const quick = new ScriptedTransport();
  await new MailSender({ ...platform, mail: quick }, [greeting]).drain();
  answer({ outcome: "refused", response: "550", isForAddress: false });
  await slow;
  expect(quick.sent).toHaveLength(1);
  expect(await db.mail.findFirst()).toMatchObject({ state: "sent", claims: 2 });
});
