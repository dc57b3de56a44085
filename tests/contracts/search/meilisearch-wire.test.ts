import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "~/platform/clock/clock";
import { SearchUnavailable, SearchWriteFailed } from "~/platform/search-engine/errors";
import { MeilisearchEngine } from "~/platform/search-engine/meilisearch.server";
import type { SearchBatch, SearchOptions, SearchQuery } from "~/platform/search-engine/port";
import { viewerWith } from "~/platform/search-engine/viewer";
import { aDocument, contractDocuments, contractSchema } from "./documents";
import { inOneBatch, noChanges, write } from "./search-contract";
import { adminKey } from "./stand-in/keys";
import { StandInMeilisearch } from "./stand-in/server";

const anonymous = viewerWith(["public"]);
const staff = viewerWith(["public", "role:staff"]);
const settle = { timeoutMs: 2_000 };

// The stand-in speaks the protocol and searches by substrings: these are tests of the way there and back, not of
// what Meilisearch finds.
describe("The Meilisearch adapter on the wire", () => {
  let server: StandInMeilisearch;
  let engine: MeilisearchEngine;

  beforeEach(async () => {
    server = new StandInMeilisearch();
    await server.start();
    engine = new MeilisearchEngine({ url: server.url, apiKey: adminKey, clock: systemClock });
    expect(await engine.prepare(contractSchema)).toBe("needs-rebuild");
    await engine.rebuild(inOneBatch(contractDocuments), { catchUp: noChanges });
  });
  afterEach(async () => {
    await server.stop();
    expect(server.violations).toEqual([]);
  });

  const search = (query: SearchQuery, options?: SearchOptions) => engine.search(anonymous, query, options);
  const apply = (batch: Partial<SearchBatch>) =>
    engine.apply({ upsert: [], remove: [], batchId: "b", ...batch });

  describe("what a reader may see", () => {
    test("a search is signed with a token that holds the reader's audience and ends soon", async () => {
      await search({ text: "转账" });
      const { authorization } = server.requests.findLast((request) =>
        request.line.startsWith("POST /multi-search"),
      )!;
      const payload = authorization!.replace("Bearer ", "").split(".")[1]!;
      const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
      expect(claims.searchRules).toEqual({ forum: { filter: 'audience IN ["public"]' } });
      expect(claims.exp * 1_000 - Date.now()).toBeLessThan(15 * 60_000);
      expect(server.keys.map((key) => key.actions)).toEqual([["search"], ["search"]]);
    });

    test("the notes' index is asked for staff only, and its hits and counts come with the others", async () => {
      const mine = await engine.search(staff, { text: "转账 失败", facets: ["kind"], relaxed: "never" });
      expect(mine.hits.map((hit) => hit.id)).toContain("n1");
      expect(mine.facets.kind).toMatchObject({ note: 1, topic: 2 });
      expect(mine.total).toBe(mine.hits.length);
      const theirs = await search({ text: "转账 失败", facets: ["kind"], relaxed: "never" });
      expect(theirs.hits.map((hit) => hit.id)).not.toContain("n1");
      expect(theirs.facets.kind).not.toHaveProperty("note");
      expect(server.indexes.get("forum")!.rows.has("n1")).toBe(false);
    });

    test("whatever a filter value holds stays a value", async () => {
      const page = await search({ category: [`x" OR audience = "role:staff`, 'a"]) OR (kind IN ["note'] });
      expect(page).toMatchObject({ hits: [], total: 0 });
      expect((await search({ category: [`dev's "corner"`] })).hits.map((hit) => hit.id)).toEqual(["t7"]);
    });

    test("a value longer than the server takes finds nothing instead of failing", async () => {
      expect(await search({ category: ["x".repeat(500)] })).toMatchObject({ hits: [], total: 0 });
    });

    test("someone who may see nothing is answered without asking", async () => {
      const before = server.requests.length;
      expect(await engine.search(viewerWith([]), {})).toMatchObject({ total: 0 });
      expect(server.requests.length).toBe(before);
    });

    test("a key that was replaced is looked up again once", async () => {
      await search({ text: "转账" });
      server.keys.splice(0);
      expect((await search({ text: "转账" })).total).toBeGreaterThan(0);
      expect(server.keys.length).toBe(2);
    });

    test("without rights on keys the search still carries the audience as a filter", async () => {
      server.fail({
        path: /^GET \/keys/,
        times: 1,
        act: { status: 403, body: '{"code":"invalid_api_key"}' },
      });
      const other = new MeilisearchEngine({ url: server.url, apiKey: adminKey, clock: systemClock });
      const page = await other.search(anonymous, { text: "提现", relaxed: "never" });
      expect(page.hits.map((hit) => hit.id)).not.toContain("t5");
      expect(server.requests.at(-1)!.authorization).toBe(`Bearer ${adminKey}`);
    });
  });

  describe("what is asked", () => {
    const lastQuery = () =>
      (server.requests.at(-1)!.body as { queries: Record<string, unknown>[] }).queries[0]!;

    test.each([
      ["Han words are sent apart, as this site cuts them", "助记词丢了怎么找回", "助记词 丢 找回"],
      ["a minus before Han is a quotation", "转账 -手续费", '-"手续费" 转账'],
      ["a word that ended is sent as ended", "har ", "har "],
      ["a word half typed is sent open", "dark mod", "dark mod"],
      ["stop words at the end are left out", "transfer to the", "transfer "],
      ["traditional is folded", "轉賬失敗", "转账 失败"],
    ])("%s", async (_, typed, sent) => {
      await search({ text: typed, relaxed: "never" });
      expect(lastQuery().q).toBe(sent);
    });

    test("signs without a word are not sent at all", async () => {
      const before = server.requests.length;
      expect(await search({ text: "@#!" })).toMatchObject({ total: 0, hits: [] });
      expect(server.requests.length).toBe(before);
    });

    test("a relaxed pass takes long words apart, drops the order and counts no facets", async () => {
      const page = await search({ text: "没到账", sort: "newest", facets: ["kind"] });
      expect(page).toMatchObject({ relaxed: true, facets: { kind: {} } });
      expect(lastQuery()).toMatchObject({ q: "没到 到账 ", matchingStrategy: "frequency", facets: [] });
      expect(lastQuery().sort).toBeUndefined();
    });

    test("pages are clamped where the server stops handing out hits", async () => {
      const many = Array.from({ length: 1_050 }, (_, index) =>
        aDocument({ id: `m${index}`, title: "manyalike" }),
      );
      await write(engine, { upsert: many.slice(0, 600) });
      await write(engine, { upsert: many.slice(600) });
      expect(await search({ text: "manyalike" })).toMatchObject({ total: 1_050, pages: 50 });
      expect((await search({ text: "manyalike", page: 51 })).hits).toEqual([]);
    });

    test("a facet is counted as if its filter were off in the same request", async () => {
      const before = server.asked(/multi-search/);
      const page = await search({ kinds: ["suggestion"], facets: ["kind", "status"], disjunctive: true });
      expect(page.facets.kind).toMatchObject({ topic: 6, suggestion: 4 });
      expect(page.facets.status).toEqual({ planned: 1, open: 2, completed: 1 });
      expect(server.asked(/multi-search/)).toBe(before + 1);
    });

    test("marks come back as segments, text as text", async () => {
      const { hits } = await search({ text: "book" });
      expect(hits[0]!.snippet.filter((segment) => segment.hit)).toEqual([{ text: "book", hit: true }]);
      expect(hits[0]!.snippet.map((segment) => segment.text).join("")).toContain(
        '<script>alert("x")</script>',
      );
    });

    test("a text that holds the marks cannot forge one", async () => {
      await write(engine, { upsert: [aDocument({ id: "x1", title: "forged \uE000mark\uE001 here" })] });
      const { hits } = await search({ text: "forged" });
      expect(hits[0]!.title).toEqual([
        { text: "forged", hit: true },
        { text: " mark here", hit: false },
      ]);
    });

    test("what only a side field found is marked all the same", async () => {
      const { hits } = await search({ text: "转账失败", relaxed: "never" });
      const traditional = hits.find((hit) => hit.id === "t6")!;
      expect(
        traditional.title
          .filter((segment) => segment.hit)
          .map((segment) => segment.text)
          .join(""),
      ).toBe("轉賬失敗");
    });
  });

  describe("what becomes of a write", () => {
    test("it counts as searchable only when its task has succeeded", async () => {
      server.worksOffTasks = false;
      const ticket = await apply({ upsert: [aDocument({ id: "x1", title: "later" })] });
      expect(await engine.settled(ticket, { timeoutMs: 50 })).toBe("pending");
      server.workOffTasks();
      expect(await engine.settled(ticket, settle)).toBe("searchable");
    });

    test("a task that failed inside the server is to be sent again", async () => {
      server.nextTaskError = { code: "io_error", type: "system" };
      const ticket = await apply({ upsert: [aDocument({ id: "x1" })] });
      expect(await engine.settled(ticket, settle)).toBe("failed");
    });

    test("one document the server refuses is found by halving, and the others arrive", async () => {
      server.refuses = (row) => row.title === "poison";
      const upsert = Array.from({ length: 9 }, (_, index) => aDocument({ id: `x${index}`, title: "fine" }));
      const ticket = await apply({ upsert: [...upsert, aDocument({ id: "bad", title: "poison" })] });
      const settled = engine.settled(ticket, settle);
      await expect(settled).rejects.toBeInstanceOf(SearchWriteFailed);
      await expect(settled).rejects.toMatchObject({ poisonIds: ["bad"] });
      expect((await search({ text: "fine" })).total).toBe(9);
    });

    test("an id never gets into an address", async () => {
      await apply({ remove: ["../../secret", "x?y", "t1"] });
      const sent = server.requests.filter((request) => request.line.includes("delete-batch"));
      expect(sent.map((request) => request.body)).toEqual([["t1"], ["t1"]]);
    });

    test("an older write does not overwrite a newer one, not even one still on its way", async () => {
      server.worksOffTasks = false;
      await apply({ upsert: [aDocument({ id: "x1", title: "new", rev: 5 })] });
      await apply({ upsert: [aDocument({ id: "x1", title: "old", rev: 4 })] });
      server.workOffTasks();
      expect(server.indexes.get("forum")!.rows.get("x1")).toMatchObject({ title: "new", rev: 5 });
    });

    test("a server without the index is not given one without settings", async () => {
      server.indexes.clear();
      await expect(apply({ upsert: [aDocument({ id: "x1" })] })).rejects.toMatchObject({
        reason: "not-ready",
      });
      expect(server.indexes.size).toBe(0);
    });

    test("a lost answer about a task is asked for again", async () => {
      const ticket = await apply({ upsert: [aDocument({ id: "x1" })] });
      server.fail({ path: /^GET \/tasks/, times: 2, act: { status: 502, body: "<html>bad gateway</html>" } });
      expect(await engine.settled(ticket, settle)).toBe("searchable");
    });
  });

  describe("when the server does not answer as it should", () => {
    const find = (budgetMs = 10_000) => search({ text: "转账" }, { budgetMs });
    const multiSearch = /multi-search/;

    test.each([
      [
        "an error of its own",
        { status: 500, body: '{"message":"x","code":"internal","type":"internal","link":""}' },
      ],
      ["a page of HTML", { status: 502, body: "<html>bad gateway</html>" }],
      ["HTML that says all is well", { status: 200, body: "<html>hello</html>" }],
      ["an empty error", { status: 504, body: "" }],
    ])("%s is tried once more and then means down", async (_, act) => {
      server.fail({ path: multiSearch, times: 1, act });
      expect((await find()).total).toBeGreaterThan(0);
      server.fail({ path: multiSearch, times: 2, act });
      await expect(find()).rejects.toMatchObject({ name: "SearchUnavailable", reason: "down" });
    });

    test("too many searches at once means overloaded, and it says when to come back", async () => {
      const act = {
        status: 503,
        body: '{"code":"too_many_search_requests"}',
        headers: { "Retry-After": "30" },
      };
      server.fail({ path: multiSearch, times: 1, act });
      await expect(find()).rejects.toMatchObject({ reason: "overloaded", retryAfterMs: 30_000 });
    });

    test("a server that hangs is given up when the time is over", async () => {
      server.fail({ path: multiSearch, times: 5, act: "hang" });
      const startedAt = performance.now();
      await expect(find(200)).rejects.toMatchObject({ reason: "timeout" });
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    });

    test("a connection cut is tried once more", async () => {
      server.fail({ path: multiSearch, times: 1, act: "reset" });
      expect((await find()).total).toBeGreaterThan(0);
    });

    test("a search abandoned by its reader ends at once, also while the server hangs", async () => {
      server.fail({ path: multiSearch, times: 5, act: "hang" });
      const abandoned = new AbortController();
      const pending = search({ text: "转账" }, { signal: abandoned.signal });
      const startedAt = performance.now();
      abandoned.abort(new Error("the reader typed on"));
      await expect(pending).rejects.toThrow("the reader typed on");
      expect(performance.now() - startedAt).toBeLessThan(500);
    });

    test("settings that were never applied mean not ready, and are not tried again", async () => {
      server.indexes.get("forum")!.settings = {};
      const before = server.asked(multiSearch);
      await expect(find()).rejects.toMatchObject({ reason: "not-ready" });
      expect(server.asked(multiSearch)).toBe(before + 1);
    });

    test("a server that is gone means down", async () => {
      await server.stop();
      await expect(find()).rejects.toBeInstanceOf(SearchUnavailable);
      await expect(apply({ upsert: [aDocument({ id: "x1" })] })).rejects.toBeInstanceOf(SearchUnavailable);
      await expect(engine.prepare(contractSchema)).rejects.toBeInstanceOf(SearchUnavailable);
    });

    test("a server too old for safe filters is not used", async () => {
      server.version = "1.49.2";
      await expect(engine.prepare(contractSchema)).rejects.toMatchObject({ reason: "not-ready" });
    });
  });

  describe("preparing and rebuilding", () => {
    test("settings come before the first document", () => {
      const lines = server.requests.map((request) => request.line);
      const settings = lines.indexOf("PATCH /indexes/forum__fresh/settings");
      expect(settings).toBeGreaterThan(0);
      expect(settings).toBeLessThan(
        lines.findIndex((line) => line.startsWith("POST /indexes/forum__fresh/documents")),
      );
    });

    test("a second start has nothing to do, new synonyms are applied in place", async () => {
      expect(await engine.prepare(contractSchema)).toBe("ready");
      const before = server.asked(/settings/);
      expect(await engine.prepare(contractSchema)).toBe("ready");
      expect(server.asked(/settings/)).toBe(before);
      expect(await engine.prepare({ ...contractSchema, synonyms: [["提现", "取款"]] })).toBe("ready");
      expect(server.indexes.get("forum")!.settings).toMatchObject({ synonyms: { 提现: ["取款"] } });
    });

    test("a rebuild changes places in one task and leaves no copy of the old texts", async () => {
      await engine.rebuild(inOneBatch(contractDocuments.slice(0, 3)), { catchUp: noChanges });
      expect([...server.indexes.keys()].sort()).toEqual(["forum", "forum_staff", "forum_state"]);
      expect(server.indexes.get("forum")!.rows.size).toBe(3);
    });

    test("a rebuild while others write loses none of their writes", async () => {
      let written = 0;
      const writeOne = () =>
        write(engine, { upsert: [aDocument({ id: `w${written++}`, title: "meanwhile" })] });
      async function* source() {
        for (const document of contractDocuments) {
          await writeOne();
          if (document.id === "c1") await write(engine, { remove: ["c1"] });
          yield [document];
        }
      }
      async function* catchUp() {
        await writeOne();
        yield { upsert: [aDocument({ id: "late", title: "meanwhile" })], remove: ["t7"] };
      }
      await engine.rebuild(source(), { catchUp });
      await writeOne();
      expect((await search({ text: "meanwhile", perPage: 100 })).total).toBe(written + 1);
      const ids = (await engine.listIds("", 100)).map((row) => row.id);
      expect(ids).not.toContain("c1");
      expect(ids).not.toContain("t7");
    });

    test("ids are listed in order with their revisions, notes among them", async () => {
      const first = await engine.listIds("", 10);
      const rest = await engine.listIds(first.at(-1)!.id, 10);
      expect([...first, ...rest].map((row) => row.id)).toEqual(contractDocuments.map(({ id }) => id).sort());
      expect(first[0]).toEqual({ id: "c1", rev: 1 });
    });

    test("numbers for the health page", async () => {
      expect(await engine.stats()).toMatchObject({
        engine: "meilisearch",
        documents: 16,
        byKind: { note: 1, topic: 7 },
      });
    });
  });
});
