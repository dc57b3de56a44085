import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { systemContext } from "~/features/members/context";
import { ensureAreas } from "~/features/transfer/areas.server";
import { importReleaseNotes } from "~/features/transfer/importing-releases.server";
import { importThreads } from "~/features/transfer/importing-threads.server";
import { projectRoot } from "~/platform/config/project-root.server";
import { testPlatform } from "../../setup/platform";

const data = join(projectRoot(), "..", "shared", "data");
const isThere = existsSync(data);
if (!isThere) process.stderr.write("Skipped: the real communities in ../shared/data are not here.\n");

const platform = await testPlatform();
const ctx = systemContext(platform);
const options = { isDryRun: false };
const tracker = join(data, "bitcoin-core-gui");

describe.runIf(isThere)("a real wallet community", () => {
  beforeAll(() => ensureAreas(ctx));

  test("all of it comes in, and a second run changes nothing", { timeout: 240_000 }, async () => {
    const archive = join(tracker, "threads.ndjson.gz");
    // 5,197 comments, 1,415 reviews with text and 2,308 line comments, as the set's own description counts them.
    expect(await importThreads(ctx, [archive], options)).toMatchObject({
      topics: 878,
      replies: 8_920,
      skipped: [],
    });
    expect(await platform.db.topic.count()).toBe(878);
    expect(await platform.db.reply.count()).toBe(8_920);
    expect(await importThreads(ctx, [archive], options)).toMatchObject({
      topics: 0,
      replies: 0,
      members: 0,
      unchanged: 878,
    });
  });

  test("its release notes find all 111 topics they name", { timeout: 120_000 }, async () => {
    const report = await importReleaseNotes(ctx, [join(tracker, "releases")], options);
    expect(report).toMatchObject({ announcements: 63, skipped: [] });
    const named = await platform.rows<{ links: number }>(
      `SELECT COUNT(DISTINCT l."topicId") AS links FROM "AnnouncementTopic" l JOIN "Topic" t ON t.id = l."topicId"`,
    );
    expect(Number(named[0]?.links)).toBeGreaterThanOrEqual(111);
    const unresolved = await platform.rows<{ slug: string }>(
      `SELECT slug FROM "Announcement" WHERE "bodyHtml" LIKE '%github.com/bitcoin-core/gui/%'`,
    );
    expect(unresolved).toEqual([]);
    expect(await importReleaseNotes(ctx, [join(tracker, "releases")], options)).toMatchObject({
      announcements: 0,
      links: 0,
      unchanged: 63,
    });
  });

  test("votes known only as totals come in as they were counted", { timeout: 240_000 }, async () => {
    const votes = join(data, "temporal-votes", "features.ndjson.gz");
    const report = await importThreads(ctx, [votes], options);
    expect(report).toMatchObject({ topics: 388, skipped: [] });
    const [sums] = await platform.rows<{ votes: number; affected: number }>(
      `SELECT SUM("importedVotes") AS votes, SUM("importedAffected") AS affected FROM "Topic"`,
    );
    expect(Number(sums?.votes) + Number(sums?.affected)).toBe(report.votes);
  });
});
