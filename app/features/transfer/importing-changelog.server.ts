import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { importAnnouncement } from "~/features/changelog/importing.server";
import type { Context } from "~/features/members/context";
import { prepareTexts } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { type ChangelogVersion, readKeepAChangelog } from "./keep-a-changelog";
import { ensurePeople, memberOf } from "./people.server";
import { emptyReport, type ImportOptions, type ImportReport } from "./report";

const preparedAtOnce = 100;

/**
 * Takes over files in the form of keepachangelog.com as published announcements, one for each version with a date. A second
 * run adds only versions that were not there: what was changed here since stays. Nobody is told.
 */
export async function importChangelogs(
  ctx: Context,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const report = emptyReport();
  for (const path of paths) await importFile(ctx, resolve(path), { options, report });
  return report;
}

async function importFile(
  ctx: Context,
  path: string,
  { options, report }: { options: ImportOptions; report: ImportReport },
): Promise<void> {
  const file = basename(path);
  const project = basename(dirname(path));
  const { versions, skipped } = readKeepAChangelog(readFileSync(path, "utf8"), ctx.clock.now());
  report.skipped.push(...skipped.map((each) => ({ file, ...each })));
  // Names the file among all that are imported, whatever machine it stands on.
  const source = `changelog:${project}/${file}`;
  const known = await ctx.db.importedRecord.findMany({ where: { source }, select: { externalId: true } });
  const knownReleases = new Set(known.map(({ externalId }) => externalId));
  const missing = versions.filter(({ release }) => !knownReleases.has(release));
  report.unchanged += versions.length - missing.length;
  if (options.isDryRun) report.announcements += missing.length;
  if (options.isDryRun || missing.length === 0) return;

  const { people, made } = await ensurePeople(ctx, project, [
    { login: project, name: project, isStaff: true, since: missing[0]!.publishedAt },
  ]);
  report.members += made;
  const authorId = memberOf(people, project).id;
  for (let from = 0; from < missing.length; from += preparedAtOnce) {
    const part = missing.slice(from, from + preparedAtOnce);
    report.announcements += await addVersions(ctx, part, { source, authorId });
    options.onProgress?.(project, from + part.length, missing.length);
  }
}

async function addVersions(
  ctx: Context,
  versions: readonly ChangelogVersion[],
  { source, authorId }: { source: string; authorId: number },
): Promise<number> {
  const texts = await prepareTexts(
    ctx,
    versions.map(({ title, body }) => ({ title, body, isImported: true })),
  );
  return inTransaction(ctx, async (tx) => {
    for (const [index, { release, labels, publishedAt, body }] of versions.entries()) {
      const { id } = await importAnnouncement(tx, {
        ...{ text: texts[index]!, release, labels, publishedAt, authorId },
        topicIds: [],
      });
      const digest = createHash("sha256").update(body).digest("base64url");
      await tx.db.importedRecord.create({
        data: {
          ...{ source, externalId: release, digest },
          ...{ thing: "announcement", thingId: id, createdAt: tx.clock.now() },
        },
      });
    }
    return versions.length;
  });
}
