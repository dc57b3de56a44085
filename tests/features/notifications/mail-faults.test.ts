import { expect, test, vi } from "vitest";
import { mailLeaseMs } from "~/features/mailing/claiming.server";
import { MailSender } from "~/features/mailing/sending.server";
import { minutes } from "~/platform/clock/clock";
import { smtpTransport } from "~/platform/mail/smtp-transport.server";
import { composers } from "~/wiring/mails.server";
import { anSmtpReceiver, type Behaviour, type Received } from "../../contracts/mail/smtp-receiver";
import { anAnnouncement } from "../../factories/announcements";
import { aCrowd } from "../../factories/crowd";
import { aMember } from "../../factories/members";
import { aSuggestion } from "../../factories/topics";
import { examineDelivered } from "../../faults/delivered";
import { testPlatform } from "../../setup/platform";
import { tellEverybody } from "./telling";

const platform = await testPlatform();
const { db, clock } = platform;

test("a mail server that refuses, asks to come again, hangs up and dies twice gets each mail once for each claim", async () => {
  const topics = await Promise.all(Array.from({ length: 4 }, () => aSuggestion(platform)));
  const crowd = await aCrowd(platform, topics, 120);
  await anAnnouncement(platform, {
    author: await aMember(platform, { role: "staff" }),
    topics: topics.map(({ number }) => number),
  });
  await tellEverybody(platform);

  const received: Received[] = [];
  const refused = new Set<string>();
  const met = new Set<string>();
  const behave = (address: string): Behaviour => {
    const index = Number(/\d+/.exec(address)?.[0]);
    if (index === 42) refused.add(address);
    if (index === 42) return 550;
    if (met.has(address)) return "take";
    met.add(address);
    return index % 40 === 21 ? 451 : index % 40 === 25 ? "take-and-drop" : "take";
  };
  let receiver = await anSmtpReceiver({ behave, received });
  const mail = smtpTransport(receiver.url);
  const send = async () => {
    const senders = [0, 1].map(() => new MailSender({ ...platform, mail }, composers));
    await Promise.all(senders.map((sender) => sender.drain()));
    clock.advance(Math.max(minutes(60), mailLeaseMs + 1));
  };
  for (let death = 0; death < 2; death++) {
    const enough = received.length + 20;
    // Whoever is hung up on leaves the rest for the next round, so one round may end before enough has come.
    while (received.length < enough) {
      let isSending = true;
      const sending = send().finally(() => (isSending = false));
      while (isSending && received.length < enough) await new Promise((resolve) => setImmediate(resolve));
      if (received.length >= enough) await receiver.kill();
      await sending;
    }
    receiver = await anSmtpReceiver({ port: receiver.port, behave, received });
  }
  for (let round = 0; round < 20 && (await db.mail.count({ where: { state: "waiting" } })) > 0; round++)
    await send();
  await mail.close();
  await receiver.kill();
  const delivered = await examineDelivered(platform, crowd, received, refused);
  expect(delivered).toMatchObject({ missed: 0, duplicates: 0, unwanted: 0, wrong: 0 });
  expect(delivered.claimedAgain).toBeGreaterThan(0);
  expect(refused.size).toBe(1);
}, 60_000);

test("a mail server that was away for a moment is asked again soon, however many connections found that out", async () => {
  const elsewhere = await testPlatform();
  const topics = [await aSuggestion(elsewhere)];
  await aCrowd(elsewhere, topics, 60);
  await anAnnouncement(elsewhere, {
    author: await aMember(elsewhere, { role: "staff" }),
    topics: topics.map(({ number }) => number),
  });
  await tellEverybody(elsewhere);
  const waiting = await elsewhere.db.mail.count({ where: { state: "waiting" } });
  const gone = await anSmtpReceiver();
  await gone.kill();
  const mail = smtpTransport(gone.url);
  const sender = new MailSender({ ...elsewhere, mail }, composers);
  sender.start();
  const tried = () => elsewhere.db.mail.count({ where: { attempts: { gt: 0 } } });
  await vi.waitFor(async () => expect(await tried()).toBeGreaterThan(0), { timeout: 10_000 });
  const receiver = await anSmtpReceiver({ port: gone.port });
  // The few that were tried in vain wait for their own next time.
  const enough = waiting - 2 * mail.lanes;
  await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThanOrEqual(enough), { timeout: 8_000 });
  await sender.stop();
  await mail.close();
  await receiver.kill();
}, 30_000);
