import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { getAnnouncement } from "~/features/changelog/reading.server";
import { systemContext } from "~/features/members/context";
import { importChangelogs } from "~/features/transfer/importing-changelog.server";
import { readKeepAChangelog } from "~/features/transfer/keep-a-changelog";
import { guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const ctx = systemContext(platform);
const { db } = platform;

const changelog = `# Changelog

All notable changes to this project.

## [Unreleased]

### Added

- Something nobody has yet.

## [1.1.0] - 2024-03-05

### Added

- Names for addresses, see [the docs][docs].

### Security

- A leak was closed.

## 1.0.1 (2024-02-01) [YANKED]

### Fixed

- The fee is shown once. <script>alert(1)</script>

## [1.0.0] - 2024-01-30

### Removed

- The old page.

### Odds and ends

- Kept.

[docs]: https://example.org/docs
[1.1.0]: https://example.org/compare/1.1.0
`;

function aFile(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "hearback-changelog-")), "CHANGELOG.md");
  writeFileSync(path, text);
  return path;
}

describe("a file of versions", () => {
  test("becomes published entries with their days and labels, of which nobody is told", async () => {
    const report = await importChangelogs(ctx, [aFile(changelog)], { isDryRun: false });
    expect(report).toMatchObject({ announcements: 3, unchanged: 0, members: 1 });
    expect(report.skipped).toEqual([
      { file: "CHANGELOG.md", line: 5, reason: expect.stringContaining("Unreleased") as string },
      { file: "CHANGELOG.md", line: 33, reason: expect.stringContaining("Odds and ends") as string },
    ]);
    const newest = await getAnnouncement(guest(platform), "version-1-1-0");
    expect(newest).toMatchObject({
      release: "1.1.0",
      labels: ["new", "security"],
      publishedAt: new Date("2024-03-05T00:00:00Z"),
      status: "published",
    });
    expect(newest.bodyHtml).toContain('href="https://example.org/docs"');
    const yanked = await getAnnouncement(guest(platform), "version-1-0-1-yanked");
    expect(yanked).toMatchObject({ title: "Version 1.0.1 (yanked)", labels: ["fixed"] });
    expect(yanked.bodyHtml).toContain("This release was yanked.");
    expect(yanked.bodyHtml).not.toContain("<script");
    expect((await getAnnouncement(guest(platform), "version-1-0-0")).labels).toEqual(["improved"]);
    const events = await db.outbox.findMany({ where: { type: "announcement.published" } });
    expect(events.map(({ payload }) => (payload as { quiet: boolean }).quiet)).toEqual([true, true, true]);
  });

  test("imported again changes nothing but what is new, and a dry run nothing at all", async () => {
    const path = aFile(changelog);
    expect(await importChangelogs(ctx, [path], { isDryRun: true })).toMatchObject({ announcements: 3 });
    const before = await db.announcement.count();
    await importChangelogs(ctx, [path], { isDryRun: false });
    writeFileSync(
      path,
      changelog.replace("## [1.1.0]", "## [1.2.0] - 2024-04-01\n\n### Changed\n\n- More.\n\n## [1.1.0]"),
    );
    expect(await importChangelogs(ctx, [path], { isDryRun: false })).toMatchObject({
      announcements: 1,
      unchanged: 3,
    });
    expect(await importChangelogs(ctx, [path], { isDryRun: false })).toMatchObject({
      announcements: 0,
      unchanged: 4,
    });
    expect(await db.announcement.count()).toBe(before + 4);
  });
});

describe("what cannot be taken over", () => {
  const read = (text: string) => readKeepAChangelog(text, new Date("2026-11-29T00:00:00Z"));

  test("is named with its line, and the rest is taken", () => {
    const { versions, skipped } = read(
      [
        "## [2.0.0]\n- No date.\n",
        "## [1.9.0] - 2026-02-30\n- No such day.\n",
        "## [1.8.0] - 2027-01-01\n- Not yet.\n",
        "## Roadmap\n- No version.\n",
        "## [1.7.0] - 2026-01-01\n\n",
        "## [1.6.0] - 2026-01-01\n- Taken.\n",
        "## [1.6.0] - 2025-01-01\n- Twice.\n",
        `## [1.5.0] - 2026-01-01\n${"x".repeat(70_000)}\n`,
        `## [1.${"4".repeat(60)}] - 2026-01-01\n- Long name.\n`,
      ].join("\n"),
    );
    expect(versions.map(({ release, body }) => [release, body])).toEqual([["1.6.0", "- Taken."]]);
    expect(skipped.map(({ line }) => line)).toEqual([1, 4, 7, 10, 13, 19, 22, 25]);
    expect(read("nothing of the kind").skipped).toMatchObject([{ line: 1 }]);
  });

  test("headings in code are no headings, and any line ends are read", () => {
    const { versions } = read(
      "\uFEFF## v1.0.0 - 2026-1-2\r\n```md\r\n## [9.9.9] - 2026-01-01\r\n### Added\r\n```\r\n",
    );
    expect(versions).toMatchObject([{ release: "1.0.0", publishedAt: new Date("2026-01-02"), labels: [] }]);
    expect(versions[0]!.body).toContain("9.9.9");
  });

  test("a Chinese file is called so", () => {
    const { versions } = read(
      "## [1.0.0] - 2026-01-01 [YANKED]\n\n### Fixed\n\n- 修复了网络切换之后余额不刷新的问题。\n",
    );
    expect(versions).toMatchObject([{ title: "版本 1.0.0（已撤回）", labels: ["fixed"] }]);
  });
});
