import { expect, test } from "vitest";
import { countInbox } from "~/features/inbox/counting.server";
import type { InboxFilters } from "~/features/inbox/filters";
import { listInbox } from "~/features/inbox/listing.server";
import { usualTargets } from "~/features/inbox/response";
import { days } from "~/platform/clock/clock";
import type { SqlValue } from "~/platform/db/client.server";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { aDiscussion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const rows = 8_000;
const staff = await aMember(platform, { role: "staff" });
const areas = [await anArea(platform), await anArea(platform), await anArea(platform)];
const createdAt = new Date(platform.clock.now().getTime() - days(90));
const topic = await aDiscussion(platform, { author: staff, createdAt });
const copied = `"board", "kind", "areaId", "authorId", "title", "slug", "body", "bodyHtml", "rendererVersion", "status",
  "statusChangedAt", "createdAt", "lastActivityAt"`;
await db.$executeRawUnsafe(
  `INSERT INTO "Topic" ("number", ${copied}) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows / 4})
   SELECT 1000 + n.i, ${copied} FROM n, "Topic" t WHERE t."id" = ${topic.id}`,
);
await db.$executeRawUnsafe(
  `INSERT INTO "Obligation" ("topicId", "kind", "since", "areaId", "askedById", "ownerId")
   SELECT t."id", k."kind", t."createdAt",
     CASE t."id" % 2 WHEN 0 THEN ${areas[0]!.id} ELSE ${areas[1]!.id} END, t."authorId",
     CASE t."id" % 500 WHEN 0 THEN ${staff.id} END
   FROM "Topic" t, (SELECT 'answer' AS "kind" UNION ALL SELECT 'follow-up' UNION ALL SELECT 'triage' UNION ALL SELECT 'doubt') k
   WHERE t."number" > 1000`,
);
await db.$executeRawUnsafe(platform.databaseKind === "sqlite" ? "ANALYZE" : `ANALYZE "Obligation"`);

/** Every statement with how the database means to answer it. */
async function plansOf(work: (ctx: ReturnType<typeof contextFor>) => Promise<unknown>): Promise<string> {
  const plans: string[] = [];
  const explain = platform.databaseKind === "sqlite" ? "EXPLAIN QUERY PLAN" : "EXPLAIN";
  const asking = {
    ...contextFor(platform, staff),
    async rows<Row>(sql: string, params: readonly SqlValue[] = []): Promise<Row[]> {
      const plan = await platform.rows<Record<string, unknown>>(`${explain} ${sql}`, params);
      plans.push(plan.map((step) => String(step.detail ?? step["QUERY PLAN"])).join("\n"));
      return platform.rows<Row>(sql, params);
    },
  };
  await work(asking);
  return plans.join("\n");
}

const filters: InboxFilters[] = [
  {},
  { kind: "triage" },
  { area: areas[0]!.slug },
  { kind: "answer", area: areas[1]!.slug },
  { owner: "mine" },
  { isLate: true },
];

test.each(filters)("a page of %j is read by an index, from where it begins", async (chosen) => {
  const selection = { filters: chosen, areas, targets: usualTargets };
  const plans = await plansOf((ctx) => listInbox(ctx, { ...selection, after: `${Date.UTC(2020, 0, 1)}_1` }));
  expect(plans).not.toMatch(/SCAN o(?! USING)|Seq Scan on "Obligation"/);
  expect(plans).not.toMatch(/SCAN t\b|Seq Scan on "Topic"/);
});

test.each(filters)("the counts of %j stop where counting more would tell nobody more", async (chosen) => {
  const selection = { filters: chosen, areas, targets: usualTargets };
  const counts = await countInbox(contextFor(platform, staff), selection);
  expect(Math.max(...counts.map(({ count }) => count))).toBe(1_000);
});
