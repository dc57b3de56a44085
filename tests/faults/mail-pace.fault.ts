import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { anSmtpReceiver } from "../contracts/mail/smtp-receiver";
import { anAnnouncement } from "../factories/announcements";
import { anArea } from "../factories/areas";
import { aCrowd } from "../factories/crowd";
import { aMember } from "../factories/members";
import { aReply, aSuggestion } from "../factories/topics";
import { freePort, startHearback } from "../features/wiring/hearback";
import { testPlatform } from "../setup/platform";
import { PageReader, percentile } from "./page-reader";

const people = Number(process.env.HEARBACK_FAULT_PEOPLE ?? 10_000);
const topicsLinked = 40;

test(`the last of ${people} mails is handed over within two minutes, and pages stay quick`, async () => {
  const platform = await testPlatform();
  const author = await aMember(platform);
  const area = await anArea(platform);
  const topics = [];
  for (let index = 0; index < topicsLinked; index++)
    topics.push(await aSuggestion(platform, { author, areaId: area.id }));
  for (let index = 0; index < 20; index++) await aReply(platform, topics[0]!, { author });
  const crowd = await aCrowd(platform, topics, people);
  const staff = await aMember(platform, { role: "staff" });
  const receiver = await anSmtpReceiver();
  const port = await freePort();
  const env = { SMTP_URL: receiver.url, PORT: String(port) };
  const site = startHearback(platform, ["start", "--json"], { env });
  await site.ready;
  const page = `http://127.0.0.1:${port}/t/${topics[0]!.number}/${topics[0]!.slug}`;
  while ((await platform.db.outbox.count({ where: { finishedAt: null } })) > 0) await wait(200);
  const reader = new PageReader(page);
  await reader.read(100);
  const idle = await reader.read(400);

  const started = Date.now();
  await anAnnouncement(platform, { author: staff, topics: topics.map(({ number }) => number) });
  const expected = crowd.filter(({ topics: own }) => own.length > 0).length;
  const reading = reader.readUntilStopped();
  while (receiver.received.length < expected) await wait(100);
  reader.stop();
  const busy = await reading;
  await reader.close();
  const seconds = (Date.now() - started) / 1000;
  site.kill("SIGTERM");
  await site.ended;
  await receiver.kill();
  const p95 = { idle: percentile(idle, 0.95), busy: percentile(busy, 0.95) };
  const ratio = p95.busy / p95.idle;
  process.stdout.write(
    `${JSON.stringify({ people, mails: receiver.received.length, seconds, p95, ratio, pages: busy.length })}\n`,
  );
  expect(receiver.received.length).toBe(expected);
  expect(seconds).toBeLessThanOrEqual(120);
  expect(ratio).toBeLessThanOrEqual(1.5);
}, 900_000);
