import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDiscussion, aReply } from "../factories/topics";
import { percentile } from "./page-reader";
import { aSignInSite, membersWithPassword, password, type SignInSite } from "./sign-in-site";

const seconds = Number(process.env.HEARBACK_FAULT_SECONDS ?? 60);
const perSecond = 100;
const accounts = 1_000;

let site: SignInSite;
let names: string[];
let page: string;

beforeAll(async () => {
  site = await aSignInSite();
  names = await membersWithPassword(site.platform, "target", accounts);
  const topic = await aDiscussion(site.platform);
  for (let index = 0; index < 20; index++) await aReply(site.platform, topic);
  page = `/t/${topic.number}/${topic.slug}`;
  for (let index = 0; index < 50; index++) await site.get(page);
}, 300_000);

afterAll(() => site.stop());

test(`${perSecond} sign-ins a second for ${seconds} s leave the pages quick`, async () => {
  const idle: number[] = [];
  for (let index = 0; index < 200; index++) idle.push((await site.get(page)).took);
  const outcomes = new Map<number, number>();
  const pages: number[] = [];
  const until = performance.now() + seconds * 1_000;
  let isOver = false;
  const reading = (async () => {
    while (!isOver) {
      const { status, took } = await site.get(page);
      expect(status).toBe(200);
      pages.push(took);
      await wait(50);
    }
  })();
  const tries: Promise<void>[] = [];
  for (let sent = 0; performance.now() < until; sent++) {
    const wanted = until - seconds * 1_000 + (sent * 1_000) / perSecond;
    if (wanted > performance.now()) await wait(wanted - performance.now());
    // From everywhere at once, as a rented net of machines does it; every tenth knows the password.
    const typed = sent % 10 === 0 ? password : "not the right one";
    tries.push(
      site
        .post("/sign-in", { identifier: names[sent % accounts]!, password: typed }, { network: sent % 5_000 })
        .then(({ status }) => void outcomes.set(status, (outcomes.get(status) ?? 0) + 1)),
    );
  }
  isOver = true;
  await reading;
  await Promise.all(tries);
  const figures = {
    sent: tries.length,
    outcomes: Object.fromEntries(outcomes),
    pages: pages.length,
    idle: { p50: percentile(idle, 0.5), p95: percentile(idle, 0.95) },
    flooded: { p50: percentile(pages, 0.5), p95: percentile(pages, 0.95) },
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(tries.length).toBeGreaterThanOrEqual(0.95 * perSecond * seconds);
  expect(figures.flooded.p95).toBeLessThan(500);
  expect([...outcomes.keys()].filter((status) => status >= 500 && status !== 503)).toEqual([]);
}, 600_000);
