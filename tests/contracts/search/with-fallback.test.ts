import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Backlog } from "~/platform/search-engine/backlog.server";
import { EmbeddedEngine } from "~/platform/search-engine/embedded.server";
import { SearchBadQuery } from "~/platform/search-engine/errors";
import { Healing } from "~/platform/search-engine/healing.server";
import { MeilisearchEngine } from "~/platform/search-engine/meilisearch.server";
import { openSearchEngine } from "~/platform/search-engine/open.server";
import { viewerWith } from "~/platform/search-engine/viewer";
import { EngineWithFallback } from "~/platform/search-engine/with-fallback.server";
import { aDocument, contractDocuments, contractSchema } from "./documents";
import { inOneBatch, noChanges, write } from "./search-contract";
import { adminKey } from "./stand-in/keys";
import { StandInMeilisearch } from "./stand-in/server";

const anonymous = viewerWith(["public"]);
const minuteMs = 60_000;

describe("Meilisearch with the embedded engine behind it", () => {
  let server: StandInMeilisearch;
  let directory: string;
  let engine: EngineWithFallback;
  let now = 0;
  const clock = { now: () => new Date(Date.UTC(2026, 0, 1) + now) };
  const opened: EngineWithFallback[] = [];

  function openProcess(): EngineWithFallback {
    // Tokens end by the server's clock, so this one keeps the real time.
    const first = new MeilisearchEngine({
      url: server.url,
      apiKey: adminKey,
      clock: { now: () => new Date() },
    });
    const second = new EmbeddedEngine(join(directory, "search"), clock);
    const backlog = new Backlog(join(directory, "search", "backlog.sqlite"), clock);
    const made = new EngineWithFallback(new Healing(first, second, backlog, clock));
    opened.push(made);
    return made;
  }

  beforeEach(async () => {
    now = 0;
    server = new StandInMeilisearch();
    await server.start();
    directory = await mkdtemp(join(tmpdir(), "fallback-"));
    engine = openProcess();
    expect(await engine.prepare(contractSchema)).toBe("needs-rebuild");
    await engine.rebuild(inOneBatch(contractDocuments), { catchUp: noChanges });
    await engine.healing.heal();
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
    expect(server.violations).toEqual([]);
  });

  const answeredBy = async (text = "转账") => (await engine.search(anonymous, { text })).engine;
  const later = async () => {
    // One that is under way began when things were different.
    await engine.healing.heal();
    now += 2 * minuteMs;
    await engine.healing.heal();
  };

  test("the server answers while it is well", async () => {
    expect(await answeredBy()).toBe("meilisearch");
    expect(await engine.stats()).toMatchObject({ answering: "meilisearch", backlog: 0 });
  });

  test("a search during an outage is answered by the embedded engine", async () => {
    await server.stop();
    const page = await engine.search(anonymous, { text: "转账" });
    expect(page.engine).toBe("embedded");
    expect(page.hits.map((hit) => hit.id)).toEqual(expect.arrayContaining(["t1", "r1", "s3", "c1"]));
  });

  test("a server that hangs is asked a few times, then left alone for a while", async () => {
    server.fail({ path: /multi-search/, times: 100, act: "hang" });
    const ask = async () => engine.search(anonymous, { text: "转账" }, { budgetMs: 200 });
    for (let turn = 0; turn < 3; turn += 1) expect((await ask()).engine).toBe("embedded");
    const before = server.requests.length;
    expect((await ask()).engine).toBe("embedded");
    expect(server.requests.length).toBe(before);
  });

  test("a question nobody could answer is refused and does not count against the server", async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      await expect(engine.search(anonymous, { page: -1 })).rejects.toBeInstanceOf(SearchBadQuery);
    }
    expect(await answeredBy()).toBe("meilisearch");
  });

  test("what was written during an outage is found at once, and by the server when it is back", async () => {
    await server.stop();
    await write(engine, { upsert: [aDocument({ id: "x1", title: "duringtheoutage" })], remove: ["t6"] });
    expect(await answeredBy("duringtheoutage")).toBe("embedded");
    expect((await engine.search(anonymous, { text: "duringtheoutage" })).total).toBe(1);
    expect((await engine.stats()).backlog).toBe(2);

    await server.start();
    await later();
    expect(await answeredBy("duringtheoutage")).toBe("meilisearch");
    expect(server.indexes.get("forum")!.rows.get("x1")).toMatchObject({ title: "duringtheoutage" });
    expect(server.indexes.get("forum")!.rows.has("t6")).toBe(false);
    expect((await engine.stats()).backlog).toBe(0);
  });

  test("until the server has everything it is not asked, so nothing old is shown", async () => {
    await server.stop();
    await write(engine, { upsert: [aDocument({ id: "x1", title: "duringtheoutage" })] });
    await engine.healing.heal();
    await server.start();
    server.worksOffTasks = false;
    now += 2 * minuteMs;
    const healing = engine.healing.heal();
    expect(await answeredBy("duringtheoutage")).toBe("embedded");
    // The delivery has been handed in by the time its task exists.
    await expect.poll(() => server.tasks.some((task) => task.status === "enqueued")).toBe(true);
    expect(await answeredBy("duringtheoutage")).toBe("embedded");
    server.worksOffTasks = true;
    server.workOffTasks();
    await healing;
    expect(await answeredBy("duringtheoutage")).toBe("meilisearch");
  });

  test("a write the server lost on its way is delivered again", async () => {
    server.nextTaskError = { code: "io_error", type: "system" };
    await write(engine, { upsert: [aDocument({ id: "x1", title: "lostontheway" })] });
    expect(await answeredBy("lostontheway")).toBe("embedded");
    await later();
    expect(await answeredBy("lostontheway")).toBe("meilisearch");
    expect((await engine.search(anonymous, { text: "lostontheway" })).total).toBe(1);
  });

  test("a server that comes back empty is filled again without the database", async () => {
    server.indexes.clear();
    expect(await answeredBy()).toBe("embedded");
    await later();
    expect(await answeredBy()).toBe("meilisearch");
    expect(server.indexes.get("forum")!.rows.size).toBe(15);
    expect(server.indexes.get("forum_staff")!.rows.size).toBe(1);
  });

  test("the backlog outlives the process that made it", async () => {
    await server.stop();
    await write(engine, { upsert: [aDocument({ id: "x1", title: "beforethecrash" })] });
    await engine.close();
    opened.splice(0);
    await server.start();
    engine = openProcess();
    expect(await engine.prepare(contractSchema)).toBe("ready");
    await engine.healing.heal();
    expect(await answeredBy("beforethecrash")).toBe("meilisearch");
    expect(server.indexes.get("forum")!.rows.has("x1")).toBe(true);
  });

  test("a site starts and searches while the server is down", async () => {
    await server.stop();
    const other = openProcess();
    expect(await other.prepare(contractSchema)).toBe("ready");
    expect((await other.search(anonymous, { text: "转账" })).engine).toBe("embedded");
    await other.healing.heal();
    expect((await other.stats()).problem).toContain("down");
  });

  test("a process that only serves pages finds the way by itself and leaves the settings alone", async () => {
    const settings = server.asked(/settings/);
    const web = openProcess();
    expect((await web.search(anonymous, { text: "转账" })).engine).toBe("embedded");
    await web.healing.heal();
    expect((await web.search(anonymous, { text: "转账" })).engine).toBe("meilisearch");
    expect(server.asked(/settings/)).toBe(settings);
  });

  test("two processes do not deliver the same backlog at once", async () => {
    await server.stop();
    await write(engine, { upsert: [aDocument({ id: "x1", title: "once" })] });
    await engine.healing.heal();
    await server.start();
    const other = openProcess();
    await other.prepare(contractSchema);
    now += 2 * minuteMs;
    const before = server.asked(/POST \/indexes\/forum\/documents/);
    await Promise.all([engine.healing.heal(), other.healing.heal()]);
    expect(server.asked(/POST \/indexes\/forum\/documents/)).toBe(before + 1);
  });

  test("ids of both engines are compared as one list", async () => {
    server.indexes.get("forum")!.rows.delete("t1");
    server.indexes.get("forum")!.rows.set("stray", { id: "stray", rev: 3 });
    const listed = new Map((await engine.listIds("", 100)).map((row) => [row.id, row.rev]));
    expect(listed.get("t1")).toBe(-1);
    expect(listed.get("stray")).toBe(-1);
    expect(listed.get("t2")).toBe(1);
  });

  test("without an address the embedded engine is all there is", async () => {
    const alone = await openSearchEngine({ dataDir: join(directory, "alone"), meili: null });
    await alone.prepare(contractSchema);
    expect((await alone.search(anonymous, {})).engine).toBe("embedded");
    await alone.close();
  });
});
