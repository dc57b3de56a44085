import { expect, test } from "vitest";
import { insertRows } from "~/platform/db/insert-rows.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { aMember } from "../../factories/members";
import { aDiscussion } from "../../factories/topics";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, rows } = platform;

test("rows written at once are stored as the client stores them", async () => {
  const { id: actorId } = await aMember(platform);
  const { id: topicId } = await aDiscussion(platform);
  const createdAt = new Date("2026-03-04T05:06:07.089Z");
  const data = { from: "open", to: "solved", note: "it's “half” \\ done? $1 ?", list: [1, null] };
  const row = { topicId, type: "status", actorId, createdAt };
  await db.timelineEntry.create({ data: { ...row, data } });
  await inTransaction(platform, (tx) =>
    insertRows(tx, "TimelineEntry", [{ ...row, data: JSON.stringify(data) }], []),
  );
  const both = await rows<Record<string, unknown>>(
    `SELECT "type", "data", "actorId", "createdAt" FROM "TimelineEntry" WHERE "topicId" = ? AND "type" = 'status'`,
    [topicId],
  );
  expect(both).toHaveLength(2);
  expect(both[1]).toEqual(both[0]);
  const [entry] = await db.timelineEntry.findMany({
    where: { topicId, type: "status" },
    orderBy: { id: "desc" },
  });
  expect(entry).toMatchObject({ data, createdAt });
});

test("more rows than one statement takes come in whole, with their ids", async () => {
  const { id: authorId } = await aMember(platform);
  const { id: topicId } = await aDiscussion(platform);
  const replies = Array.from({ length: 1_000 }, (_, index) => ({
    ...{ topicId, authorId, depth: 1, body: "", bodyHtml: "", rendererVersion: 1, isOfficial: false },
    path: String(index).padStart(5, "0"),
    createdAt: platform.clock.now(),
    editedAt: null,
  }));
  const made = await inTransaction(platform, (tx) =>
    insertRows<{ id: number; path: string }>(tx, "Reply", replies, ["id", "path"]),
  );
  expect(new Set(made.map(({ path }) => path)).size).toBe(1_000);
  expect(new Set(made.map(({ id }) => id)).size).toBe(1_000);
  const [first] = await db.reply.findMany({ where: { topicId }, take: 1 });
  expect(first).toMatchObject({
    language: "en",
    version: 1,
    isOfficial: false,
    editedAt: null,
    deletedAt: null,
  });
});

test("no rows are no statement", async () => {
  platform.queries.length = 0;
  expect(await inTransaction(platform, (tx) => insertRows(tx, "Reply", [], ["id"]))).toEqual([]);
  expect(platform.queries.filter((sql) => sql.includes("INSERT"))).toEqual([]);
});
