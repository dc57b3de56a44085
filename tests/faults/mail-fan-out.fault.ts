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
const receiverKills = 10;

test(`${people} people are told once each while the mail server is killed ${receiverKills} times, and pages stay quick`, async () => {
  const { p95, ...told } = await tellEverybody({ workerKills: 0 });
  expect(told).toMatchObject({ missed: 0, duplicates: 0, unwanted: 0, wrong: 0 });
  expect(p95.working / p95.paused).toBeLessThanOrEqual(1.5);
}, 3_600_000);

// Each worker is killed before it has warmed up: what that costs the pages is told and not judged.
test(`and also while the worker is killed fifty times`, async () => {
  const workerKills = Number(process.env.HEARBACK_FAULT_KILLS ?? 50);
  const told = await tellEverybody({ workerKills });
  expect(told).toMatchObject({ missed: 0, duplicates: 0, unwanted: 0, wrong: 0, killsWithWork: workerKills });
}, 3_600_000);

/** Publishes, kills what it is told to, and answers with what came of it once nothing is left to do. */
async function tellEverybody({ workerKills }: { workerKills: number }) {
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
  const parts = Math.max(workerKills, receiverKills);
  const killReceiverIn = new Set(
    Array.from({ length: receiverKills }, (_, index) => Math.floor(((index + 0.5) * parts) / receiverKills)),
  );
  const started = Date.now();
  const pages = new PausedAndWorking(reader);
  const reading = pages.readUntilStopped();
  const aWorker = async () => {
    const worker = startHearback(platform, ["worker", "--json"], { env });
    await worker.ready;
    pages.beside(worker);
    return worker;
  };
  let worker = await aWorker();
  let killsWithWork = 0;
  for (let part = 0; part < parts; part++) {
    await untilWorked(platform, randomInt(1, Math.ceil((2 * people) / parts)));
    if (killReceiverIn.has(part)) {
      await receiver.kill();
      await wait(randomInt(100, 1_500));
      receiver = await anSmtpReceiver({ port: receiver.port, behave, received });
    }
    if (workerKills === 0) continue;
    if ((await left(platform)) > 0) killsWithWork++;
    pages.beside(null);
    worker.kill("SIGKILL");
    await worker.ended;
    await letLeasesRunOut(platform);
    worker = await aWorker();
  }
  // What comes after are single mails that were asked to come again: no work to measure pages beside.
  while (received.length < 0.95 * expected) await wait(200);
  pages.stop();
  const visits = await reading;
  await reader.close();
  while ((await left(platform)) > 0) await wait(500);
  const seconds = Math.round((Date.now() - started) / 1000);
  worker.kill("SIGTERM");
  await worker.ended;
  await receiver.kill();
  site.kill("SIGTERM");
  await site.ended;

  const delivered = await examineDelivered(platform, crowd, received, refused);
  const of = (share: number) => ({
    paused: percentile(visits.paused, share),
    working: percentile(visits.working, share),
    starting: percentile(visits.starting, share),
  });
  const outcome = {
    ...{ people, seconds, workerKills, killsWithWork, receiverKills, refused: refused.size },
    ...{ pages: visits.paused.length + visits.working.length, p50: of(0.5), p95: of(0.95) },
    ...delivered,
  };
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
  expect(received.length).toBeGreaterThan(0);
  return outcome;
}

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
