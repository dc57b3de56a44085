import { expect, test } from "vitest";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "~/platform/db/open.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { cloneDatabase } from "../../setup/database";

const url = await cloneDatabase(mkdtempSync(join(tmpdir(), "hearback-transactions-")));
const one = openDatabase(url);
const two = openDatabase(url);

test("transactions of two connections that read and then write lose no update", async () => {
  await one.client.sequence.create({ data: { name: "counter", value: 0 } });
  const add = (database: typeof one) =>
    inTransaction({ db: database.client }, async ({ db }) => {
      await db.sequence.update({ where: { name: "counter" }, data: { value: { increment: 1 } } });
      const { value } = await db.sequence.findUniqueOrThrow({ where: { name: "counter" } });
      await db.sequence.update({ where: { name: "counter" }, data: { value } });
    });
  await Promise.all(Array.from({ length: 60 }, (_, index) => add(index % 2 ? one : two)));
  expect((await one.client.sequence.findUniqueOrThrow({ where: { name: "counter" } })).value).toBe(60);
});

test("what a transaction wrote before it threw is gone", async () => {
  const failing = inTransaction({ db: one.client }, async ({ db }) => {
    await db.sequence.create({ data: { name: "half", value: 1 } });
    throw new Error("half-way");
  });
  await expect(failing).rejects.toThrow("half-way");
  expect(await one.client.sequence.findUnique({ where: { name: "half" } })).toBeNull();
});

test("raw rows read what Prisma wrote, times included", async () => {
  const at = new Date("2026-01-02T03:04:05.678Z");
  await one.client.area.create({
    data: { slug: "a", position: 1, names: { en: "A" }, descriptions: {}, createdAt: at },
  });
  const [row] = await two.rows<{ slug: string }>(
    `SELECT slug FROM "Area" WHERE "createdAt" = ? AND "archivedAt" IS NULL`,
    [at],
  );
  expect(row).toEqual({ slug: "a" });
});

test.runIf(one.kind === "sqlite")(
  "every SQLite connection keeps WAL, full sync and foreign keys",
  async () => {
    const [[journal], [sync], [keys]] = await Promise.all([
      one.rows<{ journal_mode: string }>("PRAGMA journal_mode"),
      one.rows<{ synchronous: number }>("PRAGMA synchronous"),
      one.rows<{ foreign_keys: number }>("PRAGMA foreign_keys"),
    ]);
    expect([journal?.journal_mode, sync?.synchronous, keys?.foreign_keys]).toEqual(["wal", 2, 1]);
  },
);
