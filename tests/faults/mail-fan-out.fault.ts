import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Platform } from "~/platform/platform";
import { anSmtpReceiver, type Behaviour, type Received } from "../contracts/mail/smtp-receiver";
import { anAnnouncement } from "../factories/announcements";
import { aCrowd } from "../factories/crowd";
import { aMember } from "../factories/members";
import { aReply, aSuggestion } from "../factories/topics";
import { freePort, startHearback } from "../features/wiring/hearback";
import { testPlatform } from "../setup/platform";
import { examineDelivered } from "./delivered";
import { PageReader, PausedAndWorking, percentile } from "./page-reader";

const people = Number(process.env.HEARBACK_FAULT_PEOPLE ?? 10_000);
const topicsLinked = 40;
const workerKills = Number(process.env.HEARBACK_FAULT_KILLS ?? 50);
const receiverKills = 10;

test(`${people} people are told once each while the worker is killed ${workerKills} times and the mail server ${receiverKills} times, and pages stay quick`, async () => {
  const platform = await testPlatform();
  const author = await aMember(platform);
  const topics = [];
  for (let index = 0; index < topicsLinked; index++) topics.push(await aSuggestion(platform, { author }));
  const crowd = await aCrowd(platform, topics, people);
  const staff = await aMember(platform, { role: "staff" });
  for (let index = 0; index < 20; index++) await aReply(platform, topics[0]!, { author });
  const port = await freePort();
  const site = startHearback(platform, ["start", "--json"], { env: { PORT: String(port), WORKER: "off" } });
  await site.ready;
  const reader = new PageReader(`http://127.0.0.1:${port}/t/${topics[0]!.number}/${topics[0]!.slug}`);
  await reader.read(100);
  await anAnnouncement(platform, { author: staff, topics: topics.map(({ number }) => number) });

  const expected = crowd.filter(({ topics: own }) => own.length > 0).length;
  const received: Received[] = [];
  const refused = new Set<string>();
  const behave = unreliable(refused);
  let receiver = await anSmtpReceiver({ behave, received });
  const env = { SMTP_URL: `${receiver.url}?socketTimeout=2000&connectionTimeout=2000&greetingTimeout=2000` };
  const killReceiverAt = new Set(
    Array.from({ length: receiverKills }, (_, index) =>
      Math.floor(((index + 0.5) * workerKills) / receiverKills),
    ),
  );
  const started = Date.now();
  const pages = new PausedAndWorking(reader);
  const reading = pages.readUntilStopped();
  let killsWithWork = 0;
  for (let kill = 0; kill < workerKills; kill++) {
    const worker = startHearback(platform, ["worker", "--json"], { env });
    await worker.ready;
    pages.beside(worker);
    await untilWorked(platform, randomInt(1, Math.ceil((2 * people) / workerKills)));
    if (killReceiverAt.has(kill)) {
      await receiver.kill();
      await wait(randomInt(100, 1_500));
      receiver = await anSmtpReceiver({ port: receiver.port, behave, received });
    }
    if ((await left(platform)) > 0) killsWithWork++;
    pages.beside(null);
    worker.kill("SIGKILL");
    await worker.ended;
    await letLeasesRunOut(platform);
  }
  const last = startHearback(platform, ["worker", "--json"], { env });
  await last.ready;
  pages.beside(last);
  // What comes after are single mails that were asked to come again: no work to measure pages beside.
  while (received.length < 0.95 * expected) await wait(200);
  pages.stop();
  const { paused, working, starting } = await reading;
  await reader.close();
  while ((await left(platform)) > 0) await wait(500);
  const seconds = Math.round((Date.now() - started) / 1000);
  last.kill("SIGTERM");
  await last.ended;
  await receiver.kill();
  site.kill("SIGTERM");
  await site.ended;
  const of = (share: number) => ({
    idle: percentile(paused, share),
    busy: percentile(working, share),
    starting: percentile(starting, share),
  });
  const [p50, p95] = [of(0.5), of(0.95)];

  const delivered = await examineDelivered(platform, crowd, received, refused);
  process.stdout.write(
    `${JSON.stringify({
      people,
      seconds,
      workerKills,
      killsWithWork,
      receiverKills,
      refused: refused.size,
      pages: { idle: paused.length, busy: working.length, starting: starting.length },
      p50,
      p95,
      ratio: p95.busy / p95.idle,
      ...delivered,
    })}\n`,
  );
  expect(delivered).toMatchObject({ missed: 0, duplicates: 0, unwanted: 0, wrong: 0 });
  expect(received.length).toBeGreaterThan(0);
  expect(p95.busy / p95.idle).toBeLessThanOrEqual(1.5);
}, 3_600_000);

/** Of a hundred addresses four do something else at first: ask to come again, say nothing, hang up, or refuse for good. */
function unreliable(refused: Set<string>): (address: string) => Behaviour {
  const met = new Set<string>();
  return (address) => {
    const index = Number(/\d+/.exec(address)?.[0] ?? 0);
    if (index % 100 === 42) {
      refused.add(address);
      return 550;
    }
    if (met.has(address)) return "take";
    met.add(address);
    if (index % 100 === 21) return 451;
    if (index % 500 === 33) return "hang";
    return index % 200 === 55 ? "take-and-drop" : "take";
  };
}

/** Until so much was told and claimed since: a process that is slow to begin is killed at work too. */
async function untilWorked(platform: Platform, amount: number): Promise<void> {
  const before = await worked(platform);
  const deadline = Date.now() + 60_000;
  while ((await worked(platform)) < before + amount && (await left(platform)) > 0 && Date.now() < deadline)
    await wait(randomInt(1, 30));
}

async function worked({ db }: Platform): Promise<number> {
  const [notices, claims] = await Promise.all([
    db.notice.count(),
    db.mail.aggregate({ _sum: { claims: true } }),
  ]);
  return notices + (claims._sum.claims ?? 0);
}

async function left({ db }: Platform): Promise<number> {
  const [mails, events] = await Promise.all([
    db.mail.count({ where: { state: "waiting" } }),
    db.outbox.count({ where: { finishedAt: null, type: { not: "job" } } }),
  ]);
  const parts = await db.outbox.count({ where: { finishedAt: null, listener: "notices-fan-out" } });
  return mails + events + parts;
}

/** As if the time of their leases had passed: nobody waits fifty times two minutes for it. */
async function letLeasesRunOut({ db }: Platform): Promise<void> {
  const past = new Date(Date.now() - 1_000);
  await db.mail.updateMany({ where: { leaseToken: { not: null } }, data: { leasedUntil: past } });
  await db.outbox.updateMany({ where: { leaseToken: { not: null } }, data: { leasedUntil: past } });
}
