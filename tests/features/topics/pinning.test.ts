import { expect, test } from "vitest";
import { listDiscussions } from "~/features/discussions/listing.server";
import { readView } from "~/features/discussions/view";
import { pinMark } from "~/features/topics/pin";
import { pinTopic, unpinTopic } from "~/features/topics/pinning.server";
import { getTopic } from "~/features/topics/reading.server";
import { days } from "~/platform/clock/clock";
import { Forbidden, NotFound } from "~/platform/errors";
import { refused } from "~/platform/outcome";
import { anArea } from "../../factories/areas";
import { aKnownIssue } from "../../factories/known-issues";
import { aMember } from "../../factories/members";
import { aDiscussion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { clock } = platform;
const staff = await aMember(platform, { role: "staff" });
const mei = await aMember(platform, { name: "mei" });
const as = (actor: typeof mei) => contextFor(platform, actor);
const technical = await anArea(platform, { slug: "technical" });
const account = await anArea(platform, { slug: "account" });
const inTechnical = await aDiscussion(platform, { areaId: technical.id });
const inAccount = await aDiscussion(platform, { areaId: account.id });
const everywhere = await aDiscussion(platform, { areaId: account.id });
const plain = await aDiscussion(platform, { areaId: technical.id });
const pin = (number: number, traits: Partial<Parameters<typeof pinTopic>[1]> = {}) =>
  pinTopic(as(staff), { number, scope: "site", position: 0, endsAt: null, ...traits });
const list = async (query = "") => listDiscussions(guest(platform), readView(new URLSearchParams(query)));
const leading = async (query = "") => (await list(query)).leading.map(({ number }) => number);

test("pinned topics stand first, in their order, in the lists they are pinned in, and once", async () => {
  await pin(everywhere.number, { position: 2 });
  await pin(inAccount.number, { position: 1 });
  await pin(inTechnical.number, { scope: "area" });
  expect(await leading()).toEqual([inAccount.number, everywhere.number]);
  expect(await leading("area=technical")).toEqual([inTechnical.number]);
  expect(await leading("kind=question")).toEqual([]);
  expect(await leading("sort=newest")).toEqual([]);
  expect(await leading("area=no-such")).toEqual([]);
  const page = await list();
  expect(page.topics.map(({ number }) => number)).toEqual(
    expect.arrayContaining([plain.number, inTechnical.number]),
  );
  expect(page.topics.map(({ number }) => number)).not.toContain(everywhere.number);
  expect(page.leading.every(({ isPinned }) => isPinned)).toBe(true);
});

test("known issues follow the pinned ones, those that hit most people first", async () => {
  const few = await aKnownIssue(platform, { staff });
  const many = await aKnownIssue(platform, { staff });
  await platform.db.topic.update({ where: { id: many.id }, data: { affectedCount: 9 } });
  expect((await leading()).slice(-2)).toEqual([many.number, few.number]);
});

test("a pin ends when it says, and what is hidden stands nowhere", async () => {
  await pin(plain.number, { endsAt: new Date(clock.now().getTime() + days(1)) });
  expect(await leading()).toContain(plain.number);
  clock.advance(days(1));
  const page = await list();
  expect(page.leading.map(({ number }) => number)).not.toContain(plain.number);
  expect(page.topics.find(({ number }) => number === plain.number)?.isPinned).toBe(false);
  const held = await aDiscussion(platform, { areaId: technical.id });
  await pin(held.number);
  await platform.db.topic.update({
    where: { id: held.id },
    data: { heldAt: clock.now(), isListed: false },
  });
  expect(await leading()).not.toContain(held.number);
});

test("staff alone pin, and who pins over somebody else's pin is told", async () => {
  const { number } = await aDiscussion(platform, {});
  const none = { scope: "site", position: 0, endsAt: null, number } as const;
  await expect(pinTopic(as(mei), none)).rejects.toThrow(Forbidden);
  await expect(unpinTopic(as(mei), { number })).rejects.toThrow(Forbidden);
  await expect(pin(1_999_999_999)).rejects.toThrow(NotFound);
  expect(await pin(number, { seen: "" })).toMatchObject({ ok: true });
  expect(await pin(number, { seen: "" })).toMatchObject({ ok: true });
  expect(await pin(number, { seen: "", position: 3 })).toEqual(refused("changed-meanwhile"));
  const seen = pinMark({ scope: "site", position: 0, endsAt: null });
  expect(await pin(number, { seen, position: 3 })).toMatchObject({ ok: true });
  await unpinTopic(as(staff), { number });
  await unpinTopic(as(staff), { number });
  const { timeline } = await getTopic(guest(platform), number);
  expect(timeline.map(({ type }) => type)).toEqual(["opened", "pinned", "pinned", "unpinned"]);
});
