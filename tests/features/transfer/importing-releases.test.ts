import { beforeAll, expect, test } from "vitest";
import { systemContext } from "~/features/members/context";
import { ensureAreas } from "~/features/transfer/areas.server";
import { importReleaseNotes } from "~/features/transfer/importing-releases.server";
import { importThreads } from "~/features/transfer/importing-threads.server";
import { aFolderOfNotes, anArchive, aThread } from "./archives";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const ctx = systemContext(platform);
const options = { isDryRun: false };

beforeAll(async () => {
  await ensureAreas(ctx);
  const fix = aThread(7, {
    type: "pull",
    title: "Show the fee once",
    html_url: "https://github.com/acme/wallet/pull/7",
    body: "Fixes #5",
    merged: true,
    state: "closed",
    closed_at: "2024-03-01T00:00:00Z",
  });
  await importThreads(
    ctx,
    [anArchive([aThread(5, { title: "Fee is shown twice" }), fix, aThread(6)])],
    options,
  );
});

const note = `---
title: Wallet 2.4: fees, once
date: 2024-04-01
release: [2, 4]
---
{% include download.html %}
Fixed the fee, see wallet#7 and [the change](https://github.com/acme/wallet/pull/7). Not ours: #6, other#7.
<script>alert(1)</script>
`;

function announcements() {
  return platform.db.announcement.findMany({
    orderBy: { id: "asc" },
    include: { topics: { include: { topic: true } } },
  });
}

test("a release note becomes an announcement tied to what it names and what that settled", async () => {
  const folder = aFolderOfNotes({
    "2.4.md": note,
    "broken.md": "no front matter",
    "undated.md": "---\ntitle: X\n---\nbody",
  });
  const report = await importReleaseNotes(ctx, [folder], options);
  expect(report).toMatchObject({ announcements: 1, links: 2 });
  expect(report.skipped.map(({ file }) => file)).toEqual(["broken.md", "undated.md"]);
  const [made] = await announcements();
  expect(made).toMatchObject({
    title: "Wallet 2.4: fees, once",
    release: "2.4",
    status: "published",
    topicCount: 2,
  });
  expect(made?.publishedAt).toEqual(new Date("2024-04-01T00:00:00Z"));
  expect(made?.topics.map(({ topic }) => topic.title).sort()).toEqual([
    "Fee is shown twice",
    "Show the fee once",
  ]);
  const { number } = made!.topics.find(({ topic }) => topic.board === "suggestion")!.topic;
  expect(made?.bodyHtml.match(new RegExp(`href="/t/${number}"`, "g"))).toHaveLength(2);
  expect(made?.bodyHtml).not.toMatch(/<script|include download/);
});

test("a second run changes nothing", async () => {
  const folder = aFolderOfNotes({ "2.5.md": note.replaceAll("2.4", "2.5") });
  await importReleaseNotes(ctx, [folder], options);
  const before = await announcements();
  expect(await importReleaseNotes(ctx, [folder], options)).toMatchObject({
    announcements: 0,
    links: 0,
    members: 0,
    unchanged: 1,
  });
  expect(await announcements()).toEqual(before);
});

test("topics that come later are linked by the next run", async () => {
  const folder = aFolderOfNotes({ "2.6.md": note.replaceAll("2.4", "2.6").replace("other#7", "wallet#60") });
  await importReleaseNotes(ctx, [folder], options);
  await importThreads(ctx, [anArchive([aThread(60)])], options);
  expect(await importReleaseNotes(ctx, [folder], options)).toMatchObject({ announcements: 0, links: 1 });
});
