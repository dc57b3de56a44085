import Database from "better-sqlite3";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EmbeddedEngine } from "~/platform/search-engine/embedded.server";
import { SearchUnavailable } from "~/platform/search-engine/errors";
import { viewerWith } from "~/platform/search-engine/viewer";
import { aDocument, contractDocuments, contractSchema } from "./documents";
import { inOneBatch, noChanges, write } from "./search-contract";

const anonymous = viewerWith(["public"]);

describe("The files of the embedded engine", () => {
  let directory: string;
  let engine: EmbeddedEngine;
  let now = Date.UTC(2026, 0, 1);
  const clock = { now: () => new Date(now) };
  const opened: EmbeddedEngine[] = [];

  // Two engines on one directory share nothing but the files, as two processes do.
  function openProcess(): EmbeddedEngine {
    const made = new EmbeddedEngine(directory, clock);
    opened.push(made);
    return made;
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "search-files-"));
    engine = openProcess();
    await engine.prepare(contractSchema);
    await engine.rebuild(inOneBatch(contractDocuments), { catchUp: noChanges });
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    await rm(directory, { recursive: true, force: true });
  });

  const find = async (from: EmbeddedEngine, text: string) =>
    (await from.search(anonymous, { text })).hits.map((hit) => hit.id);
  const indexFiles = async () => (await readdir(directory)).filter((name) => name.endsWith(".sqlite"));

  test("a text that was removed or covered is in no file any more", async () => {
    const secret = "kxqzjvwhbprd";
    const holdsSecret = async () => {
      const names = await readdir(directory);
      const files = await Promise.all(names.map((name) => readFile(join(directory, name))));
      return files.some((bytes) => bytes.includes(secret));
    };
    const posted = [
      aDocument({ id: "x1", title: `my ${secret}`, tags: [secret] }),
      aDocument({ id: "x2", body: `it is ${secret}` }),
    ];
    await write(engine, { upsert: posted });
    expect(await holdsSecret()).toBe(true);
    await write(engine, { upsert: [aDocument({ id: "x2", body: "it is covered", rev: 2 })], remove: ["x1"] });
    expect(await holdsSecret()).toBe(false);
    expect(await find(engine, secret)).toEqual([]);
  });

  test("a removal is noticed by a search of another process", async () => {
    const other = openProcess();
    expect(await find(other, "hardware")).toEqual(["s4"]);
    await write(engine, { remove: ["s4"] });
    expect(await find(other, "hardware")).toEqual([]);
    await write(engine, { upsert: [aDocument({ id: "x1", title: "brandnewword" })] });
    expect(await find(other, "brandnewwrod")).toEqual(["x1"]);
  });

  test("other processes move on to a rebuilt index, readers and writers", async () => {
    const reader = openProcess();
    const writer = openProcess();
    expect(await find(reader, "hardware")).toEqual(["s4"]);
    await write(writer, { upsert: [aDocument({ id: "x1", title: "beforetheswap" })] });
    await engine.rebuild(inOneBatch(contractDocuments.slice(0, 3)), { catchUp: noChanges });
    expect(await find(reader, "hardware")).toEqual([]);
    await write(writer, { upsert: [aDocument({ id: "x2", title: "aftertheswap" })] });
    expect(await find(engine, "aftertheswap")).toEqual(["x2"]);
    expect(await indexFiles()).toHaveLength(1);
  });

  test("writes of another process during a rebuild are kept", async () => {
    const writer = openProcess();
    async function* source() {
      yield contractDocuments;
      await write(writer, { upsert: [aDocument({ id: "x1", title: "fromnextdoor" })], remove: ["t1"] });
    }
    await engine.rebuild(source(), { catchUp: noChanges });
    expect(await find(engine, "fromnextdoor")).toEqual(["x1"]);
    expect((await engine.listIds()).map((row) => row.id)).not.toContain("t1");
  });

  test("a rebuild that fails leaves the old index as it was and can be begun again", async () => {
    async function* broken() {
      yield contractDocuments.slice(0, 2);
      throw new Error("the database went away");
    }
    await expect(engine.rebuild(broken(), { catchUp: noChanges })).rejects.toThrow("the database went away");
    expect(await find(engine, "hardware")).toEqual(["s4"]);
    expect(await indexFiles()).toHaveLength(1);
    const report = await engine.rebuild(inOneBatch(contractDocuments), { catchUp: noChanges });
    expect(report).toMatchObject({ documents: 16, poisonIds: [] });
  });

  test("one rebuild at a time, unless the other has died", async () => {
    const other = openProcess();
    let second: Promise<unknown> | undefined;
    async function* source() {
      second = other.rebuild(inOneBatch(contractDocuments), { catchUp: noChanges });
      await expect(second).rejects.toBeInstanceOf(SearchUnavailable);
      now += 120_000;
      await other.rebuild(inOneBatch(contractDocuments.slice(0, 5)), { catchUp: noChanges });
      yield contractDocuments;
    }
    // The one that was thought dead finds its place taken and gives up.
    await expect(engine.rebuild(source(), { catchUp: noChanges })).rejects.toBeInstanceOf(SearchUnavailable);
    expect((await engine.stats()).documents).toBe(5);
    expect(await indexFiles()).toHaveLength(1);
  });

  test("a rebuild whose process is gone does not hold up the next", async () => {
    const [name] = await indexFiles();
    const file = new Database(join(directory, name!));
    const gone = { name: "index-v1-9-00000000.sqlite", beatAt: now, host: hostname(), pid: 2 ** 30 };
    file.prepare("INSERT INTO meta (key, value) VALUES ('building', ?)").run(JSON.stringify(gone));
    file.close();
    await engine.rebuild(inOneBatch(contractDocuments), { catchUp: noChanges });
    expect(await find(engine, "hardware")).toEqual(["s4"]);
  });

  test("a damaged file means not ready, and the next start begins a new one", async () => {
    await engine.close();
    for (const name of await indexFiles())
      await writeFile(join(directory, name), "no database ".repeat(1_000));
    const next = openProcess();
    await expect(next.search(anonymous, { text: "hardware" })).rejects.toMatchObject({ reason: "not-ready" });
    expect(await next.prepare(contractSchema)).toBe("needs-rebuild");
    await next.rebuild(inOneBatch(contractDocuments), { catchUp: noChanges });
    expect(await find(next, "hardware")).toEqual(["s4"]);
  });

  test("an index whose pointer was lost is found again or asked for anew", async () => {
    await engine.close();
    await rm(join(directory, "index-v1.current"));
    const next = openProcess();
    const state = await next.prepare(contractSchema);
    if (state === "needs-rebuild") await next.rebuild(inOneBatch(contractDocuments), { catchUp: noChanges });
    expect(await find(next, "hardware")).toEqual(["s4"]);
  });

  test("an index cut into other tokens asks to be rebuilt", async () => {
    expect(await engine.prepare(contractSchema)).toBe("ready");
    const [name] = await indexFiles();
    const file = new Database(join(directory, name!));
    file.prepare("UPDATE meta SET value = 'older' WHERE key = 'tokenizer'").run();
    file.close();
    expect(await engine.prepare(contractSchema)).toBe("needs-rebuild");
  });

  test("new synonyms work at once and in every process", async () => {
    const other = openProcess();
    expect(await find(other, "取款")).toEqual([]);
    await engine.prepare({ ...contractSchema, synonyms: [["取款", "提现"]] });
    expect(await find(other, "取款")).toEqual(expect.arrayContaining(["t3", "c1"]));
  });

  test("no time left means unavailable, not an empty page", async () => {
    await expect(engine.search(anonymous, { text: "转账" }, { budgetMs: 0 })).rejects.toMatchObject({
      reason: "timeout",
    });
  });
});
