import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Entrant } from "~/features/auth/access";
import { liveHub } from "~/features/live/hub.server";
import { MailSender } from "~/features/mailing/sending.server";
import { digestJob } from "~/features/notifications/digests.server";
import { choicesOf, noticeTypes } from "~/features/notifications/notice";
import { saveNoticeSettings } from "~/features/notifications/settings.server";
import { askForCopy } from "~/features/own-data/asking.server";
import { days, minutes } from "~/platform/clock/clock";
import { mailFolder } from "~/platform/mail/open.server";
import routes from "~/routes";
import { drainOutbox } from "~/wiring/draining.server";
import { composers } from "~/wiring/mails.server";
import { aListener } from "../features/live/listener";
import { unpacked } from "../features/own-data/unpacked";
import { anArea } from "../factories/areas";
import { aMember } from "../factories/members";
import { contextFor } from "../setup/contexts";
import { signedIn, testSite } from "../setup/site";
import { addressesOf } from "./canary/addresses";
import { newCanaries, wordOfNothing } from "./canary/canaries";
import { type Answer, ask, crawl, dataPath, type Reader } from "./canary/crawling";
import { type HiddenPosts, makeHiddenPosts } from "./canary/hidden-posts";
import { type HiddenThings, makeErased, makeHiddenThings } from "./canary/hidden-things";
import { makeOpen, type Open } from "./canary/open";
import { differences, overview, plain, snapshotOf } from "./canary/snapshots";
import { fieldsNaming, formsToSend, namedTwins, noId, type Twin, twinsOf } from "./canary/twins";
import { quietActs, release } from "./canary/waiting";

const site = await testSite();
const { platform } = site;
const canaries = newCanaries();
const area = await anArea(platform, { slug: "technical" });
const ofTeam = (role: "moderator" | "staff" | "admin") => aMember(platform, { role, name: `the-${role}` });
const [moderator, staff, admin] = [await ofTeam("moderator"), await ofTeam("staff"), await ofTeam("admin")];
let open: Open;
let posts: HiddenPosts;
let things: HiddenThings;
let guest: Reader;
let member: Reader;
let others: Reader[];
const leaks: string[] = [];
const channels = new Set<string>();
let answers = 0;

beforeAll(async () => {
  open = await makeOpen(platform, { area, staff });
  const scenery = { area, open, moderator, staff, admin, word: canaries.word };
  await makeErased(platform, scenery);
  await saveNoticeSettings(contextFor(platform, open.mei), {
    ...{
      choices: choicesOf(noticeTypes, () => true),
      isMailMuted: false,
      digest: "daily",
      digestHour: 9,
      digestDay: 1,
    },
  });
  posts = await makeHiddenPosts(platform, scenery);
  things = await makeHiddenThings(platform, scenery);
  await askForCopy(contextFor(platform, open.mei));
  await settle();
  platform.clock.advance(days(2));
  await digestJob.handle(platform, [{ id: 1, type: "job", payload: {}, attempts: 0 }]);
  await settle();
  const reader = async (name: string, { id }: { id: number }) => ({
    ...{ name, headers: { Cookie: await signedIn(platform, id) } },
  });
  const suspended = await aMember(platform, { name: "outsider" });
  guest = { name: "a guest", headers: {} };
  member = await reader("a member", open.mei);
  others = [
    await reader("a newcomer", await aMember(platform, { name: "newcomer" })),
    await reader("somebody suspended", suspended),
  ];
  await platform.db.member.update({
    ...{ where: { id: suspended.id }, data: { suspendedAt: platform.clock.now() } },
  });
}, 120_000);
afterAll(() => liveHub(platform).close());

test("no address tells anybody a word of what is hidden from them", async () => {
  const from = addressesOf(routes, { open, posts, things, area });
  const hidden = twins().map(({ path }) => path);
  for (const reader of [guest, member]) await crawl(site, reader, { from, rows: routes, say: hear(reader) });
  // The others are asked below, each beside what never existed.
  for (const reader of others)
    await crawl(site, reader, { from: [...from, ...hidden], rows: routes, say: hear(reader) });
  expect(leaks).toEqual([]);
  expect(canaries.all.size).toBeGreaterThanOrEqual(80);
  expect(channels.size).toBeGreaterThanOrEqual(150);
  expect(answers).toBeGreaterThanOrEqual(2_500);
}, 240_000);

test("no mail, notice or digest holds a word of it", async () => {
  const folder = mailFolder(platform.config.dataDir);
  const subjects: string[] = [];
  for (const name of await readdir(folder)) {
    const mail = await simpleParser(await readFile(join(folder, name)));
    const to = [mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));
    if (!to.includes("mei@members.test")) continue;
    subjects.push(mail.subject ?? "");
    const said = [mail.subject, mail.text, mail.html, JSON.stringify([...mail.headers])].join("\n");
    for (const place of canaries.leaksIn(said)) leaks.push(`"${mail.subject}" tells the ${place}`);
  }
  expect(leaks).toEqual([]);
  expect(subjects.length).toBeGreaterThanOrEqual(5);
  expect(subjects.join()).toContain("Yesterday at");
});

test("a copy of one's own data holds nothing of what others keep to themselves", async () => {
  const files = [...(await unpacked(platform, open.mei)).values()];
  expect(canaries.leaksIn(Buffer.concat(files).toString("latin1"))).toEqual([]);
  expect(files.length).toBeGreaterThanOrEqual(30);
});

test("to those who may see it the same words are shown", async () => {
  const places = new Set<string>();
  const headers = { Cookie: await signedIn(platform, admin.id), Accept: "text/html" };
  const proven = { where: { memberId: admin.id }, data: { provenAt: platform.clock.now() } };
  await platform.db.session.updateMany(proven);
  const numbers = [open.problem, open.wish].map(({ number }) => number);
  for (const number of [...numbers, ...posts.topics, ...posts.suggestions]) {
    const { slug } = await platform.db.topic.findUniqueOrThrow({ where: { number } });
    const { text } = await ask(site, `/t/${number}/${slug}`, headers);
    for (const place of canaries.leaksIn(text)) places.add(place);
  }
  expect(places.size).toBeGreaterThanOrEqual(20);
});

test("what is hidden answers like what never existed, to whoever reads", async () => {
  const differing: string[] = [];
  const before = answers;
  for (const reader of [guest, member]) {
    const nowhere = new Map<string, string>();
    for (const twin of twins().filter(({ row }) => isForMembers(row.access.read))) {
      for (const way of ["page", "data"] as const) {
        if (!nowhere.has(way + twin.missing))
          nowhere.set(way + twin.missing, await read(reader, way, twin.missing));
        const shown = await read(reader, way, twin.path);
        if (alike(shown, twin) !== alike(nowhere.get(way + twin.missing)!, twin))
          differing.push(`${twin.path} as ${way} to ${reader.name}`);
      }
    }
  }
  expect(differing).toEqual([]);
  expect(leaks).toEqual([]);
  expect(answers - before).toBeGreaterThanOrEqual(1_000);
}, 120_000);

test("what is hidden answers like what never existed, to whoever sends a form", async () => {
  const differing: string[] = [];
  const before = answers;
  const changed = twins().filter(({ row, path }) => isForMembers(row.access.change) && !path.includes("?"));
  for (const form of formsToSend) {
    const nowhere = new Map<string, string>();
    for (const twin of changed) {
      if (!nowhere.has(twin.missing)) {
        // Nobody sends this many in a minute.
        await platform.db.rateLimit.deleteMany();
        nowhere.set(twin.missing, await send(twin.missing, form));
      }
      const shown = await send(twin.path, form);
      if (alike(shown, twin) !== alike(nowhere.get(twin.missing)!, twin))
        differing.push(`${twin.path} with ${Object.keys(form).join()}: ${shown.slice(0, 3)}`);
    }
  }
  await platform.db.rateLimit.deleteMany();
  for (const { path, form } of fieldsNaming(open)) {
    const missing = await send(path, form(noId));
    for (const { id } of posts.replies) {
      const there = String(id);
      const twin = { there, nowhere: noId };
      const shown = await send(path, form(there));
      if (alike(shown, twin) !== alike(missing, twin))
        differing.push(`${path} naming ${there}: ${shown.slice(0, 3)}`);
    }
  }
  expect(differing).toEqual([]);
  expect(leaks).toEqual([]);
  expect(answers - before).toBeGreaterThanOrEqual(500);
}, 120_000);

test("a search for what is hidden finds what a search for nothing finds", async () => {
  const differing: string[] = [];
  const ways = ["/search?q=", "/search/suggest?q=", "/search/similar?q=", "/-/tags?q="];
  for (const reader of [guest, member]) {
    const headers = { ...reader.headers, Accept: "text/html" };
    for (const way of ways) {
      const nothing = plain((await ask(site, way + wordOfNothing, headers)).text);
      for (const [word, place] of canaries.all) {
        if (!/^(title|body|name) of/.test(place)) continue;
        const found = plain((await ask(site, way + word, headers)).text);
        if (found.replaceAll(word, wordOfNothing) !== nothing)
          differing.push(`${way}(${place}) as ${reader.name}`);
      }
    }
  }
  expect(differing).toEqual([]);
}, 120_000);

test("what waits for a moderator changes nothing for anybody until it is released", async () => {
  const poster = await aMember(platform, { name: "latecomer" });
  const readers = [guest, member];
  const addresses = overview(open, area, poster.name);
  const look = () => snapshotOf(site, readers, addresses);
  const pages = [
    await aListener(platform, null, { topic: open.problem.number }),
    await aListener(platform, open.mei, { topic: open.problem.number }),
    await aListener(platform, null, { board: "discussion" }),
  ];
  platform.clock.advance(minutes(45));
  // The first look marks as read what is new to the member.
  await look();
  const before = await look();
  expect(differences(before, await look())).toEqual([]);
  const noticed: string[] = [];
  const scene = { open, area, poster, moderator };
  for (const [what, act] of quietActs(site, scene)) {
    await act();
    await settle();
    await liveHub(platform).poke();
    for (const where of differences(before, await look())) noticed.push(`${what}: ${where}`);
    for (const page of pages)
      for (const told of (await page.soFar()).splice(0)) noticed.push(`${what}: ${JSON.stringify(told)}`);
  }
  expect(noticed).toEqual([]);
  await release(site, scene);
  await settle();
  await liveHub(platform).poke();
  expect(differences(before, await look()).length).toBeGreaterThanOrEqual(20);
  expect((await pages[0]!.soFar()).length).toBeGreaterThanOrEqual(1);
}, 240_000);

/** The others are refused before anything is looked up. */
const isForMembers = (entrant: Entrant | undefined) => entrant === "anyone" || entrant === "member";

const twins = () => [...twinsOf(routes, posts, things), ...namedTwins(routes, posts, open)];

function hear({ name }: Reader) {
  return ({ channel, path, text }: Answer) => {
    answers++;
    channels.add(channel);
    for (const place of canaries.leaksIn(text)) leaks.push(`${path} tells ${name} the ${place}`);
  };
}

async function read(reader: Reader, way: "page" | "data", path: string): Promise<string> {
  const { headers } = reader;
  const answer =
    way === "page"
      ? await ask(site, path, { ...headers, Accept: "text/html" })
      : await ask(site, dataPath(path), headers);
  hear(reader)({ ...answer, channel: `${way} of what is hidden` });
  return `${answer.status} ${answer.text}`;
}

async function send(path: string, form: Record<string, string>): Promise<string> {
  const headers = { ...member.headers, Accept: "application/json" };
  const answer = await site.post(path, form, { headers });
  const said = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  const text = `${said}\n\n${await answer.text()}`;
  hear(member)({ path, text: text.replaceAll(path, ""), status: answer.status, channel: "form" });
  return `${answer.status} ${text}`;
}

/** An answer without what differs between any two, and without the one part in which two addresses do. */
function alike(text: string, { there, nowhere }: Pick<Twin, "there" | "nowhere">): string {
  const either = new RegExp(`(?<![\\w])(?:${there}|${nowhere})(?![\\w])`, "g");
  return plain(text).replaceAll(either, "it");
}

async function settle(): Promise<void> {
  await drainOutbox(platform, () => {});
  await new MailSender(platform, composers).drain();
  await drainOutbox(platform, () => {});
}
