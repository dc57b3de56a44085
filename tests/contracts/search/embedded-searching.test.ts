import fc from "fast-check";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "~/platform/clock/clock";
import { EmbeddedEngine } from "~/platform/search-engine/embedded.server";
import type { SearchDocument, SearchQuery } from "~/platform/search-engine/port";
import { viewerWith } from "~/platform/search-engine/viewer";
import { aDocument, contractDocuments, contractSchema } from "./documents";
import { inOneBatch, noChanges } from "./search-contract";

const anonymous = viewerWith(["public"]);
const opened: { engine: EmbeddedEngine; directory: string }[] = [];

async function openWith(documents: readonly SearchDocument[]): Promise<EmbeddedEngine> {
  const directory = await mkdtemp(join(tmpdir(), "search-embedded-"));
  const engine = new EmbeddedEngine(directory, systemClock);
  opened.push({ engine, directory });
  await engine.prepare(contractSchema);
  await engine.rebuild(inOneBatch(documents), { catchUp: noChanges });
  return engine;
}

afterAll(async () => {
  for (const { engine, directory } of opened) {
    await engine.close();
    await rm(directory, { recursive: true, force: true });
  }
});

describe("The embedded engine on the contract's documents", () => {
  let engine: EmbeddedEngine;
  const ids = async (text: string, query: SearchQuery = {}) =>
    (await engine.search(anonymous, { text, ...query })).hits.map((hit) => hit.id);

  beforeAll(async () => {
    engine = await openWith(contractDocuments);
  });

  test.each([
    ["TRC-20", ["s3"]],
    ["TRC 20", ["s3"]],
    ["hard ware", ["s4"]],
    ["darkmode", ["s2", "c2"]],
    ["深 色", ["s1"]],
    ["转帐失败", ["t1", "r1", "c1", "t6"]],
    ["到账", ["t3"]],
    ["处理", ["t3"]],
    ["记词", ["t2", "o1"]],
    ["ＵＳＤＴ", ["t1", "s3"]],
    ["“dark mode”", ["s2", "c2"]],
    ["wallet -hardware", []],
    ["usdc", []],
    ["book the", ["t7"]],
    ["C++", ["t7"]],
  ])("%s finds %j", async (text, expected) => {
    expect((await ids(text, { relaxed: "never" })).sort()).toEqual(
      expect.arrayContaining([...expected].sort()),
    );
  });

  test("syntax of the full-text index in a question is only text", async () => {
    for (const text of [
      'title:dark OR "',
      "NEAR(dark mode)",
      "dark*",
      "^dark",
      "{title}: dark",
      "a AND OR NOT",
      '"""',
      "dark)(",
    ]) {
      await expect(engine.search(anonymous, { text })).resolves.toBeDefined();
    }
  });

  test("a question of any shape is answered, quickly, with what its reader may see", async () => {
    const visible = new Set(
      contractDocuments.filter((one) => one.audience.includes("public")).map((one) => one.id),
    );
    const words = fc.constantFrom(
      "转账",
      "提现",
      "dark",
      "mode",
      "-",
      '"',
      "USDT",
      "的",
      "*",
      "失败",
      "內部",
      "wallet",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.array(words, { maxLength: 14 }).map((all) => all.join(" ")),
    );
    const queries = fc.record({
      text: texts,
      sort: fc.constantFrom("relevance", "newest", "active", "votes"),
      collapse: fc.constantFrom(undefined, "thread"),
      facets: fc.constant(["kind", "tags", "author", "status"]),
      disjunctive: fc.boolean(),
      category: fc.option(fc.array(fc.string(), { maxLength: 2 }), { nil: undefined }),
      page: fc.integer({ min: 1, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const page = await engine.search(anonymous, query);
        for (const hit of page.hits) expect(visible).toContain(hit.id);
        expect(page.facets.kind).not.toHaveProperty("note");
        expect(page.total).toBeLessThanOrEqual(visible.size);
      }),
      { numRuns: 300 },
    );
  });

  test("a word that is only in a hidden text does not change what others find", async () => {
    const misspeltInSecret = aDocument({
      id: "n2",
      kind: "note",
      title: "transacton",
      audience: ["role:staff"],
    });
    const other = await openWith([...contractDocuments, misspeltInSecret]);
    for (const text of ["transacton", "transacton "]) {
      const page = await other.search(anonymous, { text });
      expect(page.hits.map((hit) => hit.id).sort()).toEqual(["c2", "t4"]);
    }
    const options = { kinds: ["topic", "note"], limit: 5 } as const;
    const title = "Transaction transacton pending";
    expect(await other.similarTitles(anonymous, title, options)).toEqual(
      await engine.similarTitles(anonymous, title, options),
    );
  });

  test("sixty thousand letters typed are cut, not searched", async () => {
    const startedAt = performance.now();
    await engine.search(anonymous, { text: "转账 wallet ".repeat(6_000) });
    await engine.search(anonymous, { text: "a".repeat(60_000) });
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

describe("The embedded engine when words are common", () => {
  const common = 10_400;
  let engine: EmbeddedEngine;

  beforeAll(async () => {
    const many = Array.from({ length: common }, (_, index) =>
      aDocument({
        id: `m${String(index).padStart(5, "0")}`,
        threadId: `t${index % 3_000}`,
        kind: index < 12 ? "changelog" : "topic",
        audience: [index % 100 === 50 ? "board:closed" : "public"],
        title: index % 1_000 === 7 ? "commonword in the title" : "something else",
        body: "here is the commonword",
        votes: index % 500,
        createdAt: new Date(Date.UTC(2026, 0, 1) + ((index * 7_919) % common) * 60_000),
      }),
    );
    engine = await openWith(many);
  }, 60_000);

  test("the total says that it is a lower bound", async () => {
    const page = await engine.search(anonymous, { text: "commonword" });
    expect(page.totalIsExact).toBe(false);
    expect(page.total).toBeGreaterThan(9_800);
    expect(page.pages).toBe(50);
  });

  test("a filter finds what lies behind the newest ten thousand", async () => {
    const page = await engine.search(anonymous, { text: "commonword", kinds: ["changelog"] });
    expect(page).toMatchObject({ total: 12, totalIsExact: true });
    expect(page.hits).toHaveLength(12);
  });

  test("those with the word in their title come first", async () => {
    const page = await engine.search(anonymous, { text: "commonword", perPage: 10 });
    expect(page.hits.filter((hit) => hit.title.some((segment) => segment.hit)).length).toBeGreaterThan(8);
  });

  test.each(["newest", "votes"] as const)("sorted by %s the order is that of all hits", async (sort) => {
    const all = await Promise.all(
      [1, 2, 3].map((page) => engine.search(anonymous, { text: "commonword", sort, page, perPage: 100 })),
    );
    const sorted = await Promise.all(
      [1, 2, 3].map((page) => engine.search(anonymous, { sort, page, perPage: 100 })),
    );
    const idsOf = (pages: typeof all) => pages.flatMap((page) => page.hits.map((hit) => hit.id));
    expect(idsOf(all)).toEqual(idsOf(sorted));
    expect(new Set(idsOf(all)).size).toBe(300);
  });

  test("collapsed, each thread is there once on all pages", async () => {
    const pages = await Promise.all(
      [1, 5, 10].map((page) =>
        engine.search(anonymous, { text: "commonword", collapse: "thread", page, perPage: 100 }),
      ),
    );
    const threads = pages.flatMap((page) => page.hits.map((hit) => hit.threadId));
    expect(threads).toHaveLength(300);
    expect(new Set(threads).size).toBe(300);
  });
});
