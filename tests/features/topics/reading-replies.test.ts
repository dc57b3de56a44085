import fc from "fast-check";
import { expect, test } from "vitest";
import { locateReply } from "~/features/topics/locating.server";
import { listBranch } from "~/features/topics/reading-branch.server";
import { getTopic } from "~/features/topics/reading.server";
import { listReplies, type ReplyPage } from "~/features/topics/reading-replies.server";
import { type ReplySort, replySorts } from "~/features/topics/reply-order";
import type { ReplyNode } from "~/features/topics/reply-tree";
import { NotFound } from "~/platform/errors";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { aThread } from "../../factories/threads";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei" });
const sam = await aMember(platform, { name: "sam" });
const moderator = await aMember(platform, { role: "moderator" });
const visitor = guest(platform);

const flat = (nodes: readonly ReplyNode[]): number[] =>
  nodes.flatMap(({ reply, children }) => [reply.id, ...flat(children)]);
const roots = (nodes: readonly ReplyNode[]) => nodes.map(({ reply }) => reply.id);

/** Every page from the first on, by its links. */
async function pagesOf(topicId: number, sort: ReplySort) {
  const pages = [await listReplies(visitor, { id: topicId, solution: null }, { sort })];
  while (pages.at(-1)!.next !== null) {
    pages.push(
      await listReplies(visitor, { id: topicId, solution: null }, { sort, from: pages.at(-1)!.next! }),
    );
  }
  return pages;
}

/** The replies of a page with those its large branches keep on pages of their own. */
async function withContinuations(topicId: number, { trees, continuations }: ReplyPage): Promise<number[]> {
  const ids: number[] = [];
  for (const tree of trees) {
    ids.push(...flat([tree]));
    for (let from = continuations.get(tree.reply.id) ?? null; from !== null;) {
      const rest = await listBranch(visitor, { id: topicId }, { replyId: tree.reply.id, from });
      ids.push(...flat(rest.trees).slice(1));
      from = rest.next;
    }
  }
  return ids;
}

async function inTreeOrder(topicId: number): Promise<number[]> {
  const all = await db.reply.findMany({ where: { topicId }, orderBy: { path: "asc" }, select: { id: true } });
  return all.map(({ id }) => id);
}

test("the pages of a topic hold every reply once, in tree order, and lead back the same way", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(9), { minLength: 1, maxLength: 120 }), async (seeds) => {
      const topic = await aDiscussion(platform, { author: mei });
      const parents = seeds.map((seed, index) =>
        seed < 4 || index === 0 ? null : (seed * 7919 + index) % index,
      );
      await aThread(platform, topic, { authorId: sam.id, parents });
      const pages = await pagesOf(topic.id, "oldest");
      const all = [];
      for (const page of pages) all.push(...(await withContinuations(topic.id, page)));
      expect(all).toEqual(await inTreeOrder(topic.id));
      expect(pages[0]!.previous).toBeNull();
      for (let index = pages.length - 1; index > 0; index--) {
        const { previous } = pages[index]!;
        const back = await listReplies(
          visitor,
          { id: topic.id, solution: null },
          { sort: "oldest", before: previous! },
        );
        expect(roots(back.trees).at(-1)).toBe(roots(pages[index - 1]!.trees).at(-1));
        expect(back.next).toBe(previous);
      }
    }),
    { numRuns: 15 },
  );
});

test("newest turns the roots around and leaves each branch in its order", async () => {
  const topic = await aDiscussion(platform);
  const parents = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? null : index - 1));
  const ids = await aThread(platform, topic, { authorId: sam.id, parents });
  const pages = await pagesOf(topic.id, "newest");
  expect(pages.map(({ trees }) => trees.length)).toEqual([10, 10, 10]);
  const expected = Array.from({ length: 30 }, (_, pair) => [ids[58 - 2 * pair], ids[59 - 2 * pair]]).flat();
  expect(pages.flatMap(({ trees }) => flat(trees))).toEqual(expected);
});

test("best puts the most helpful roots first, the earlier one of equals first, over all pages", async () => {
  const topic = await aDiscussion(platform);
  const helpful = (index: number) => (index * 7) % 5;
  const ids = await aThread(platform, topic, { authorId: sam.id, parents: Array(45).fill(null), helpful });
  const pages = await pagesOf(topic.id, "best");
  const expected = ids
    .map((id, index) => ({ id, index }))
    .sort((one, other) => helpful(other.index) - helpful(one.index) || one.index - other.index)
    .map(({ id }) => id);
  expect(pages.flatMap(({ trees }) => flat(trees))).toEqual(expected);
  const back = await listReplies(
    visitor,
    { id: topic.id, solution: null },
    { sort: "best", before: pages[1]!.previous! },
  );
  expect(flat(back.trees)).toEqual(flat(pages[0]!.trees));
});

test("a page takes no more branches than it can show, and a large branch goes on elsewhere", async () => {
  const topic = await aDiscussion(platform);
  // Five roots with fifty answers each, one below the other in threes.
  const parents: (number | null)[] = [];
  for (let root = 0; root < 5; root++) {
    const at = parents.push(null) - 1;
    for (let answer = 0; answer < 50; answer++) parents.push(answer % 3 === 0 ? at : parents.length - 1);
  }
  await aThread(platform, topic, { authorId: sam.id, parents });
  const page = await listReplies(visitor, { id: topic.id, solution: null }, { sort: "oldest" });
  expect(page.trees).toHaveLength(2);
  expect(flat(page.trees)).toHaveLength(32);
  const all = await inTreeOrder(topic.id);
  const [firstRoot] = roots(page.trees);
  expect(page.continuations.get(firstRoot!)).toBe(all[16]);
  expect(page.next).toBe(all[102]);

  const rest = await listBranch(visitor, topic, { replyId: firstRoot!, from: all[16] });
  expect(flat(rest.trees)[0]).toBe(firstRoot);
  expect([...flat(page.trees).slice(0, 16), ...flat(rest.trees).slice(1)]).toEqual(all.slice(0, 51));
  expect(rest.next).toBeNull();
});

test("a branch page holds what hangs below a reply, in pages", async () => {
  const topic = await aDiscussion(platform);
  const parents = [
    null,
    0,
    ...Array.from({ length: 230 }, (_, index) => (index % 10 === 0 ? 1 : index + 1)),
    null,
    0,
  ];
  const ids = await aThread(platform, topic, { authorId: sam.id, parents });
  const seen: number[] = [];
  for (let from: number | undefined; ;) {
    const page = await listBranch(visitor, topic, { replyId: ids[1]!, from });
    const [top, ...below] = flat(page.trees);
    expect(top).toBe(ids[1]);
    seen.push(...below);
    if (page.next === null) break;
    from = page.next;
  }
  expect(seen).toEqual((await inTreeOrder(topic.id)).slice(2, 232));
  await expect(listBranch(visitor, await aDiscussion(platform), { replyId: ids[1]! })).rejects.toThrow(
    NotFound,
  );
});

test("every reply of a topic is on the page its address leads to", async () => {
  const topic = await aDiscussion(platform, { author: mei, title: "Where is it" });
  const parents: (number | null)[] = Array.from({ length: 50 }, () => null);
  parents.push(
    ...Array.from({ length: 150 }, (_, index) => (index === 0 ? 30 : index % 4 === 0 ? 30 : 49 + index)),
  );
  const helpful = (index: number) => index % 3;
  const ids = await aThread(platform, topic, { authorId: sam.id, parents, helpful });
  for (const [index, replyId] of ids.entries()) {
    const sort = replySorts[index % replySorts.length]!;
    const location = await locateReply(visitor, { number: topic.number, replyId, sort });
    const url = new URL(location, "http://hearback.test");
    expect(url.hash).toBe(`#reply-${replyId}`);
    const from = url.searchParams.has("from") ? Number(url.searchParams.get("from")) : undefined;
    const branch = /replies\/(\d+)\/branch/.exec(url.pathname);
    if (branch) {
      const page = await listBranch(visitor, topic, { replyId: Number(branch[1]), from });
      expect(flat(page.trees)).toContain(replyId);
    } else {
      expect(url.pathname).toBe(`/t/${topic.number}/where-is-it`);
      const page = await listReplies(visitor, { id: topic.id, solution: null }, { sort, from });
      expect(flat(page.trees)).toContain(replyId);
    }
  }
  await expect(locateReply(visitor, { number: topic.number, replyId: 2_000_000_000 })).rejects.toThrow(
    NotFound,
  );
});

test("a deleted reply with answers leaves a place without words, one without answers leaves nothing", async () => {
  const topic = await aDiscussion(platform);
  const parent = await aReply(platform, topic, { body: "canary-parent", author: sam });
  const child = await aReply(platform, topic, { body: "stays", parentId: parent.id });
  const leaf = await aReply(platform, topic, { body: "canary-leaf", author: sam });
  await db.reply.updateMany({
    where: { id: { in: [parent.id, leaf.id] } },
    data: { deletedAt: clock.now(), deletedById: sam.id },
  });
  for (const ctx of [visitor, contextFor(platform, sam), contextFor(platform, moderator)]) {
    const page = await listReplies(ctx, { id: topic.id, solution: null }, { sort: "oldest" });
    expect(flat(page.trees)).toEqual([parent.id, child.id]);
    expect(page.trees[0]!.reply).toMatchObject({ absence: "deleted", bodyHtml: "", author: { name: "" } });
    expect(page.trees[0]!.children[0]!.reply.answers).toBeNull();
    expect(JSON.stringify(page)).not.toMatch(/canary|"sam"/);
    expect(page.trees[0]!.reply).toMatchObject({ authorId: 0, language: "" });
    // Places are numbered: of two the numbers would say that something stands between them.
    expect(JSON.stringify(page)).not.toContain('"path"');
  }
});

test("a held reply is seen by its author and by those who decide about it", async () => {
  const topic = await aDiscussion(platform);
  const held = await aReply(platform, topic, { body: "canary-held", author: sam, heldAt: clock.now() });
  const see = async (ctx: typeof visitor) =>
    flat((await listReplies(ctx, { id: topic.id, solution: null }, { sort: "oldest" })).trees);
  expect(await see(visitor)).toEqual([]);
  expect(await see(contextFor(platform, mei))).toEqual([]);
  expect(await see(contextFor(platform, sam))).toEqual([held.id]);
  expect(await see(contextFor(platform, moderator))).toEqual([held.id]);
});

test("the solution comes with every page, wherever its place is", async () => {
  const topic = await aDiscussion(platform);
  const ids = await aThread(platform, topic, { authorId: sam.id, parents: Array(30).fill(null) });
  const page = await listReplies(visitor, { id: topic.id, solution: { id: ids[29]! } }, { sort: "oldest" });
  expect(page.solution?.id).toBe(ids[29]);
  expect(flat(page.trees)).toEqual(ids.slice(0, 20));
  const elsewhere = await aReply(platform, await aDiscussion(platform));
  const foreign = await listReplies(
    visitor,
    { id: topic.id, solution: { id: elsewhere.id } },
    { sort: "oldest" },
  );
  expect(foreign.solution).toBeNull();
});

test("a place in another topic opens no door to it", async () => {
  const topic = await aDiscussion(platform);
  const own = await aReply(platform, topic);
  const other = await aDiscussion(platform, { heldAt: clock.now() });
  const foreign = await aReply(platform, other, { body: "canary-elsewhere" });
  for (const sort of replySorts) {
    for (const cursor of [{ from: foreign.id }, { before: foreign.id }]) {
      const page = await listReplies(visitor, { id: topic.id, solution: null }, { sort, ...cursor });
      expect(JSON.stringify(page)).not.toContain("canary");
    }
  }
  const branch = await listBranch(visitor, topic, { replyId: own.id, from: foreign.id });
  expect(flat(branch.trees)).toEqual([own.id]);
  await expect(locateReply(visitor, { number: topic.number, replyId: foreign.id })).rejects.toThrow(NotFound);
});

test("an address leads to a reply after its topic moved and after everything above it was deleted", async () => {
  const topic = await aDiscussion(platform, { title: "Moved about" });
  const parent = await aReply(platform, topic, { author: sam });
  const child = await aReply(platform, topic, { parentId: parent.id });
  const leaf = await aReply(platform, topic, { parentId: child.id });
  const area = await anArea(platform);
  await db.topic.update({
    where: { id: topic.id },
    data: { areaId: area.id, title: "Elsewhere", slug: "elsewhere" },
  });
  const gone = { deletedAt: clock.now(), deletedById: sam.id };
  await db.reply.updateMany({ where: { id: { in: [parent.id, child.id] } }, data: gone });
  for (const reply of [parent, child, leaf]) {
    const location = await locateReply(visitor, { number: topic.number, replyId: reply.id });
    expect(location).toBe(`/t/${topic.number}/elsewhere#reply-${reply.id}`);
  }
  await db.reply.updateMany({ where: { id: leaf.id }, data: gone });
  await db.reply.updateMany({ where: { topicId: topic.id }, data: { descendantCount: 0 } });
  await expect(locateReply(visitor, { number: topic.number, replyId: leaf.id })).rejects.toThrow(NotFound);
});

test("a place that is unknown, elsewhere or hidden is none: the list is read from its beginning", async () => {
  const topic = await aDiscussion(platform);
  const traits = { heldAt: clock.now() };
  const [first, held, last] = [
    await aReply(platform, topic),
    await aReply(platform, topic, traits),
    await aReply(platform, topic),
  ];
  const elsewhere = await aReply(platform, await aDiscussion(platform));
  const list = (ctx: typeof visitor, cursor: { sort: ReplySort; from?: number; before?: number }) =>
    listReplies(ctx, { id: topic.id, solution: null }, cursor);
  for (const sort of replySorts) {
    for (const id of [2_000_000_000, held.id, elsewhere.id]) {
      expect(flat((await list(visitor, { sort, from: id })).trees)).toEqual(
        flat((await list(visitor, { sort })).trees),
      );
      expect(flat((await list(visitor, { sort, before: id })).trees)).toEqual(
        flat((await list(visitor, { sort, before: 2_000_000_000 })).trees),
      );
    }
  }
  const own = await list(contextFor(platform, moderator), { sort: "oldest", from: held.id });
  expect(flat(own.trees)).toEqual([held.id, last.id]);
  const below = await aReply(platform, topic, { parentId: first.id });
  const hidden = await aReply(platform, topic, { parentId: first.id, ...traits });
  for (const from of [2_000_000_000, hidden.id, elsewhere.id])
    expect(flat((await listBranch(visitor, topic, { replyId: first.id, from })).trees)).toEqual([
      first.id,
      below.id,
    ]);
});

test("five thousand replies fifty levels deep cost as many queries as twenty, and hardly more time", async () => {
  const small = await aDiscussion(platform);
  await aThread(platform, small, { authorId: sam.id, parents: Array(20).fill(null) });
  const large = await aDiscussion(platform);
  const parents: (number | null)[] = [];
  // One hundred chains of fifty, of which every second hangs in the first branch.
  for (let chain = 0; chain < 100; chain++) {
    for (let level = 0; level < 50; level++) {
      parents.push(level > 0 ? parents.length - 1 : chain % 2 === 1 ? 0 : null);
    }
  }
  await aThread(platform, large, { authorId: sam.id, parents });
  const read = async ({ number }: { number: number }) => {
    const topic = await getTopic(visitor, number);
    return listReplies(visitor, topic, { sort: "oldest" });
  };
  await read(small);
  const counts: number[] = [];
  const times: number[] = [];
  for (const topic of [small, large]) {
    platform.queries.length = 0;
    await read(topic);
    counts.push(platform.queries.length);
    const laps: number[] = [];
    for (let lap = 0; lap < 15; lap++) {
      const started = performance.now();
      await read(topic);
      laps.push(performance.now() - started);
    }
    // The fastest lap: what the work costs when nothing else runs on the machine.
    times.push(Math.min(...laps));
  }
  expect(counts).toEqual([2, 2]);
  // The large page shows 32 replies and the small one 20; reading what it does not show would take far longer.
  expect(times[1]! / times[0]!).toBeLessThan(4);
}, 60_000);
