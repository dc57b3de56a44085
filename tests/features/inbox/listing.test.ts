import { expect, test } from "vitest";
import { assignTopic } from "~/features/inbox/assigning.server";
import { claimTopic } from "~/features/inbox/claiming.server";
import { countInbox, countWaiting } from "~/features/inbox/counting.server";
import { type InboxFilters, isSameView } from "~/features/inbox/filters";
import { listInbox } from "~/features/inbox/listing.server";
import { readTargets, saveTargets } from "~/features/inbox/targets.server";
import { usualTargets } from "~/features/inbox/response";
import { listAllAreas } from "~/features/site/areas.server";
import { hours, minutes } from "~/platform/clock/clock";
import { Forbidden } from "~/platform/errors";
import { drainOutbox } from "~/wiring/draining.server";
import { anArea } from "../../factories/areas";
import { aKnownIssue } from "../../factories/known-issues";
import { aMember } from "../../factories/members";
import { aDiscussion, aSuggestion, type TopicMade } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const start = clock.now().getTime();
const mei = await aMember(platform, { displayName: "Mei" });
const staff = await aMember(platform, { role: "staff" });
const admin = await aMember(platform, { role: "admin" });
const ctx = contextFor(platform, staff);
const wallet = await anArea(platform, { slug: "wallet" });
const account = await anArea(platform, { slug: "account" });

const made: TopicMade[] = [];
for (let index = 0; index < 60; index++) {
  const createdAt = new Date(start - hours(100) + hours(index));
  const traits = { author: mei, areaId: index % 3 === 0 ? account.id : wallet.id, createdAt };
  made.push(index % 5 === 4 ? await aSuggestion(platform, traits) : await aDiscussion(platform, traits));
}
const issue = await aKnownIssue(platform, {
  staff,
  topic: made[0],
  "next-update": new Date(start + minutes(10)),
});
await drainOutbox(platform, () => {});

async function list(filters: InboxFilters = {}, after: string | null = null) {
  const [areas, targets] = await Promise.all([listAllAreas(ctx), readTargets(ctx)]);
  return listInbox(ctx, { filters, areas, targets, after });
}
async function all(filters: InboxFilters = {}) {
  const rows = [];
  for (let after: string | null = null; ;) {
    const page = await list(filters, after);
    rows.push(...page.rows);
    if (!page.next) return rows;
    after = page.next;
  }
}
async function counted(filters: InboxFilters, wanted: InboxFilters = filters) {
  const [areas, targets] = await Promise.all([listAllAreas(ctx), readTargets(ctx)]);
  const counts = await countInbox(ctx, { filters, areas, targets });
  return counts.find((one) => isSameView(one.filters, wanted))!.count;
}

test("the oldest comes first, every page follows the one before, and nothing is left out or shown twice", async () => {
  const rows = await all();
  const numbers = rows.map(({ topic }) => topic.number);
  expect(numbers).toEqual(made.slice(1).map(({ number }) => number));
  expect((await list()).rows).toHaveLength(25);
  expect(rows[0]).toMatchObject({
    kind: "answer",
    askedBy: { displayName: "Mei" },
    claim: null,
    owner: null,
  });
});

test("each filter leaves what it says, and the counts say how much that is", async () => {
  const suggestions = await all({ kind: "triage" });
  expect(suggestions).toHaveLength(12);
  expect(await counted({}, { kind: "triage" })).toBe(12);
  const inAccount = await all({ area: "account" });
  expect(inAccount.every(({ area }) => area?.slug === "account")).toBe(true);
  expect(await counted({ kind: "triage" }, { kind: "triage", area: "account" })).toBe(
    inAccount.filter(({ kind }) => kind === "triage").length,
  );
  expect(await all({ area: "no-such-area" })).toEqual([]);
  expect(await counted({})).toBe(59);
});

test("mine is what I see to, nobody's what nobody does", async () => {
  await assignTopic(ctx, { number: made[7]!.number, name: staff.name });
  await assignTopic(ctx, { number: made[8]!.number, name: admin.name });
  expect((await all({ owner: "mine" })).map(({ topic }) => topic.number)).toEqual([made[7]!.number]);
  expect(await all({ owner: "nobody" })).toHaveLength(57);
  expect(await counted({}, { owner: "mine" })).toBe(1);
});

test("late is what the targets say, from the moment they say so", async () => {
  await saveTargets(contextFor(platform, admin), {
    ...usualTargets,
    week: null,
    answerHours: 50,
    triageHours: 0,
  });
  const late = await all({ isLate: true });
  expect(late.length).toBeGreaterThan(30);
  expect(late.every(({ due }) => due?.state === "late")).toBe(true);
  expect(late.some(({ kind }) => kind === "triage")).toBe(false);
  const inTime = (await all()).filter(({ id }) => !late.some((one) => one.id === id));
  expect(inTime.some(({ due }) => due?.state === "late")).toBe(false);
  await saveTargets(contextFor(platform, admin), {
    ...usualTargets,
    ...{ week: null, answerHours: 1_000, triageHours: 0, areaHours: { [account.id]: 1 } },
  });
  const onlyAccount = await all({ isLate: true });
  expect(onlyAccount.length).toBeGreaterThan(10);
  expect(onlyAccount.every(({ area }) => area?.slug === "account")).toBe(true);
  expect(await counted({}, { isLate: true })).toBe(onlyAccount.length);
  await expect(saveTargets(ctx, usualTargets)).rejects.toThrow(Forbidden);
});

test("what is owed later stands there from then on", async () => {
  expect((await all({ kind: "update" })).length).toBe(0);
  clock.advance(minutes(11));
  expect((await all({ kind: "update" })).map(({ topic }) => topic.number)).toEqual([issue.number]);
  expect(await countWaiting(platform)).toBe(60);
});

test("a row says who answers it", async () => {
  await claimTopic(ctx, { number: made[3]!.number });
  const row = (await all()).find(({ topic }) => topic.number === made[3]!.number);
  expect(row?.claim).toMatchObject({ by: { id: staff.id }, takenFrom: null });
});

test("moderators read it, members do not", async () => {
  const moderator = await aMember(platform, { role: "moderator" });
  const selection = { filters: {}, areas: [], targets: usualTargets };
  expect((await listInbox(contextFor(platform, moderator), selection)).rows.length).toBeGreaterThan(0);
  await expect(listInbox(contextFor(platform, mei), selection)).rejects.toThrow(Forbidden);
  await expect(countInbox(contextFor(platform, mei), selection)).rejects.toThrow(Forbidden);
});

test("a page and the counts cost one query each", async () => {
  await list();
  const [areas, targets] = await Promise.all([listAllAreas(ctx), readTargets(ctx)]);
  platform.queries.length = 0;
  await listInbox(ctx, { filters: {}, areas, targets });
  await countInbox(ctx, { filters: {}, areas, targets });
  expect(platform.queries).toHaveLength(2);
  expect(await db.obligation.count()).toBeGreaterThan(0);
});
