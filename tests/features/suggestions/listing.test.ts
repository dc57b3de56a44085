import { beforeEach, describe, expect, test } from "vitest";
import type { Context } from "~/features/members/context";
import { listSuggestions, listTrending, suggestionsPerPage } from "~/features/suggestions/listing.server";
import type { SuggestionStatus } from "~/features/suggestions/suggestion";
import { type SuggestionView, readView } from "~/features/suggestions/view";
import { days } from "~/platform/clock/clock";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aSuggestion } from "../../factories/suggestions";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const mei = contextFor(platform, await aMember(platform, { name: "Mei" }));
const sam = contextFor(platform, await aMember(platform, { name: "sam" }));
const nobody = guest(platform);

const usual = readView(new URLSearchParams());
const list = (ctx: Context, view: Partial<SuggestionView> = {}) =>
  listSuggestions(ctx, { ...usual, ...view });
const titles = async (ctx: Context, view: Partial<SuggestionView> = {}) =>
  (await list(ctx, view)).suggestions.map(({ title }) => title);

beforeEach(async () => {
  await db.topic.deleteMany();
});

describe("the list", () => {
  test("can be ordered by what trends, by votes and by age", async () => {
    const voters = [mei.actor, sam.actor, await aMember(platform)];
    await aSuggestion(platform, { title: "Old and loved", voters });
    platform.clock.advance(days(120));
    await aSuggestion(platform, { title: "Fresh and liked", voters: [mei.actor] });
    platform.clock.advance(days(1));
    await aSuggestion(platform, { title: "Just posted" });
    expect(await titles(nobody)).toEqual(["Fresh and liked", "Just posted", "Old and loved"]);
    expect(await titles(nobody, { sort: "top" })).toEqual([
      "Old and loved",
      "Fresh and liked",
      "Just posted",
    ]);
    expect(await titles(nobody, { sort: "new" })).toEqual([
      "Just posted",
      "Fresh and liked",
      "Old and loved",
    ]);
  });

  test("has a tab for each decision, with how many stand under it", async () => {
    const made: SuggestionStatus[] = [
      "open",
      "under-review",
      "open",
      "planned",
      "shipped",
      "declined",
      "merged",
    ];
    for (const status of made) await aSuggestion(platform, { title: `It is ${status}`, status });
    expect((await list(nobody)).counts).toEqual({ open: 3, planned: 1, started: 0, shipped: 1, declined: 1 });
    expect((await titles(nobody)).sort()).toEqual(["It is open", "It is open", "It is under-review"]);
    expect(await titles(nobody, { tab: "shipped" })).toEqual(["It is shipped"]);
    expect(await titles(nobody, { tab: "started" })).toEqual([]);
  });

  test("narrows to an area, and then shows no counts that would say something else", async () => {
    const { slug } = await anArea(platform);
    await aSuggestion(platform, { title: "In the area", area: slug });
    await aSuggestion(platform, { title: "Elsewhere" });
    expect(await titles(nobody, { area: slug })).toEqual(["In the area"]);
    expect((await list(nobody, { area: slug })).counts).toBeNull();
    expect(await titles(nobody, { area: "no-such-area" })).toHaveLength(2);
  });

  test("shows a member's own whatever became of them, and a guest asking for their own gets the usual list", async () => {
    await aSuggestion(platform, { title: "Mine and declined", author: mei.actor, status: "declined" });
    await aSuggestion(platform, { title: "Mine and open", author: mei.actor });
    await aSuggestion(platform, { title: "Of somebody else" });
    expect((await titles(mei, { isMine: true, tab: "all" })).sort()).toEqual([
      "Mine and declined",
      "Mine and open",
    ]);
    expect(await titles(mei, { isMine: true, tab: "declined" })).toEqual(["Mine and declined"]);
    expect(await titles(nobody, { isMine: true, tab: "all" })).toHaveLength(3);
  });

  test("knows for each reader what they voted for", async () => {
    await aSuggestion(platform, { title: "Of both", voters: [mei.actor, sam.actor] });
    await aSuggestion(platform, { title: "Of Sam", voters: [sam.actor] });
    const votedBy = async (ctx: Context) =>
      (await list(ctx)).suggestions.flatMap(({ title, isVoted }) => (isVoted ? [title] : [])).sort();
    expect(await votedBy(sam)).toEqual(["Of Sam", "Of both"]);
    expect(await votedBy(mei)).toEqual(["Of both"]);
    expect(await votedBy(nobody)).toEqual([]);
  });

  test("shows what the team said last, as plain text", async () => {
    const { number } = await aSuggestion(platform);
    await anOfficialReply(platform, { number }, { body: "First word." });
    platform.clock.advance(1_000);
    const author = await aMember(platform, { role: "staff", displayName: "Nadia", title: "Product" });
    await anOfficialReply(
      platform,
      { number },
      { author, body: "**Building it.** It ships in [2.5](https://x.test)." },
    );
    const [row] = (await list(nobody)).suggestions;
    expect(row?.officialLine).toEqual({
      by: "Nadia, Product",
      text: "Building it. It ships in 2.5.",
      language: "en",
    });
  });

  test("leaves out what is held or deleted", async () => {
    const now = platform.clock.now();
    const held = await aSuggestion(platform);
    const gone = await aSuggestion(platform);
    await db.topic.update({ where: { id: held.id }, data: { heldAt: now, isListed: false } });
    await db.topic.update({ where: { id: gone.id }, data: { deletedAt: now, isListed: false } });
    const { suggestions, counts } = await list(mei);
    expect([suggestions, counts?.open]).toEqual([[], 0]);
  });

  test("pages without losing or repeating anything, whatever the order", async () => {
    for (let made = 0; made < suggestionsPerPage * 2 + 3; made++)
      await aSuggestion(platform, { title: `Wish ${made}` });
    for (const sort of ["trending", "top", "new"] as const) {
      const seen: number[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list(nobody, { sort, after });
        seen.push(...page.suggestions.map(({ number }) => number));
        after = page.next;
      } while (after);
      expect(seen).toHaveLength(suggestionsPerPage * 2 + 3);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  test("of an invented cursor begins at the beginning", async () => {
    await aSuggestion(platform);
    expect(await titles(nobody, { after: "1' OR '1'='1" })).toHaveLength(1);
  });

  test("takes a fixed number of queries", async () => {
    for (let made = 0; made < 8; made++) {
      const { number } = await aSuggestion(platform);
      await anOfficialReply(platform, { number });
    }
    await list(nobody);
    const spent = async (ctx: Context, view: Partial<SuggestionView> = {}) => {
      platform.queries.length = 0;
      await list(ctx, view);
      return platform.queries.length;
    };
    expect(await spent(nobody)).toBe(3);
    expect(await spent(mei)).toBe(3);
    expect(await spent(mei, { isMine: true, tab: "all" })).toBeLessThanOrEqual(3);
  });
});

test("what trends on the first page can still be voted for", async () => {
  const made: SuggestionStatus[] = ["open", "started", "shipped", "declined", "merged"];
  for (const status of made)
    await aSuggestion(platform, { title: `It is ${status}`, status, voters: [mei.actor] });
  const trending = await listTrending(mei, { limit: 4 });
  expect(trending.map(({ title }) => title).sort()).toEqual(["It is open", "It is started"]);
  expect(trending.every(({ isVoted }) => isVoted)).toBe(true);
});
