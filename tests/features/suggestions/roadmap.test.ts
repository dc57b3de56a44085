import { beforeEach, expect, test } from "vitest";
import { listLinkedAnnouncements } from "~/features/changelog/linked-announcements.server";
import { listDeclined } from "~/features/suggestions/declines.server";
import { countByTab } from "~/features/suggestions/reading.server";
import { readRoadmap } from "~/features/suggestions/roadmap.server";
import { setSuggestionStatus } from "~/features/suggestions/statuses.server";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aSuggestion } from "../../factories/suggestions";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const nobody = guest(platform);
const staff = contextFor(platform, await aMember(platform, { role: "staff" }));

async function decided(to: "planned" | "started" | "shipped", title: string, votes = 1) {
  platform.clock.advance(1_000);
  const voters = await Promise.all(Array.from({ length: votes - 1 }, () => aMember(platform)));
  const suggestion = await aSuggestion(platform, { title, voters });
  await setSuggestionStatus(staff, { number: suggestion.number, to, reason: undefined, text: undefined });
  return suggestion;
}

beforeEach(async () => {
  await platform.db.topic.deleteMany();
});

test("what is planned and started stands by its votes, what shipped by its day", async () => {
  await decided("planned", "Planned by one");
  await decided("planned", "Planned by three", 3);
  await decided("started", "Being built", 2);
  await decided("shipped", "Shipped before", 4);
  await decided("shipped", "Shipped last");
  await aSuggestion(platform, { title: "Not decided" });
  const { planned, started, shipped } = await readRoadmap(nobody);
  expect(planned.map(({ title, voteCount }) => [title, voteCount])).toEqual([
    ["Planned by three", 3],
    ["Planned by one", 1],
  ]);
  expect(started.map(({ title }) => title)).toEqual(["Being built"]);
  expect(shipped.map(({ title }) => title)).toEqual(["Shipped last", "Shipped before"]);
});

test("a column shows eight and says how many there are", async () => {
  for (let made = 0; made < 11; made++) await decided("planned", `Plan number ${made}`);
  expect((await readRoadmap(nobody)).planned).toHaveLength(8);
  expect((await countByTab(nobody)).planned).toBe(11);
});

test("a card carries the team's last word and the published announcement, never a draft", async () => {
  const suggestion = await decided("started", "Warn me about new addresses");
  await anOfficialReply(platform, suggestion, { body: "In testing with 40 people since Monday." });
  await anAnnouncement(platform, { release: "2.5.0", topics: [suggestion.number], status: "draft" });
  const { id, slug } = await anAnnouncement(platform, { release: "2.4.1", topics: [suggestion.number] });
  const [card] = (await readRoadmap(nobody)).started;
  expect(card?.officialLine?.text).toBe("In testing with 40 people since Monday.");
  const linked = await listLinkedAnnouncements(nobody, [card!.id], { limitEach: 2 });
  expect(linked).toMatchObject([{ topicId: suggestion.id, slug, release: "2.4.1" }]);
  await platform.db.announcement.update({ where: { id }, data: { status: "withdrawn" } });
  expect(await listLinkedAnnouncements(nobody, [card!.id], { limitEach: 2 })).toEqual([]);
});

test("held and deleted suggestions are on no roadmap", async () => {
  const { id } = await decided("planned", "Held back");
  const gone = await decided("started", "Taken away");
  const now = platform.clock.now();
  await platform.db.topic.update({ where: { id }, data: { heldAt: now, isListed: false } });
  await platform.db.topic.update({ where: { id: gone.id }, data: { deletedAt: now, isListed: false } });
  expect(await readRoadmap(nobody)).toEqual({ planned: [], started: [], shipped: [] });
});

test("the page takes four queries", async () => {
  const { id } = await decided("shipped", "Shipped");
  platform.queries.length = 0;
  await readRoadmap(nobody);
  await countByTab(nobody);
  await listDeclined(nobody, { limit: 4 });
  await listLinkedAnnouncements(nobody, [id], { limitEach: 1 });
  expect(platform.queries).toHaveLength(4);
});
