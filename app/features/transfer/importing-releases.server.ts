import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { importAnnouncement } from "~/features/changelog/importing.server";
import { linkTopics } from "~/features/changelog/linking.server";
import type { Context } from "~/features/members/context";
import { prepareText } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { knownNumbers } from "./numbering.server";
import { ensurePeople, memberOf } from "./people.server";
import { type ReleaseNote, readReleaseNote } from "./release-note";
import { emptyReport, type ImportOptions, type ImportReport } from "./report";
import { BadRecord } from "./source-topic";
import {
  namedTopics,
  type NumbersBySource,
  settledBy,
  shorthandLinks,
  withOwnAddresses,
} from "./topic-references";

interface NoteFile {
  /** Names the folder among all that are imported, whatever machine it stands on. */
  source: string;
  project: string;
  file: string;
  digest: string;
  note: ReleaseNote;
}

/**
 * Takes over folders of release notes as published announcements, linked to the imported topics they name and to those
 * that a named change says it settles. A second run adds only links to topics imported since. Nobody is told.
 */
export async function importReleaseNotes(
  ctx: Context,
  folders: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const report = emptyReport();
  const numbers = await allNumbers(ctx);
  const files = folders.flatMap((folder) => readFolder(folder, report));
  for (const [index, file] of files.entries()) {
    await importNote(ctx, file, { numbers, options, report });
    options.onProgress?.(file.project, index + 1, files.length);
  }
  return report;
}

async function allNumbers(ctx: Context): Promise<NumbersBySource> {
  const sources = await ctx.rows<{ source: string }>(
    `SELECT DISTINCT source FROM "ImportedRecord" WHERE thing = 'number'`,
  );
  const numbers = new Map<string, ReadonlyMap<number, number>>();
  for (const { source } of sources) numbers.set(source, await knownNumbers(ctx, source));
  return numbers;
}

function readFolder(folder: string, report: ImportReport): NoteFile[] {
  const path = resolve(folder);
  const project = basename(dirname(path));
  const names = readdirSync(path)
    .filter((name) => name.endsWith(".md"))
    .sort();
  return names.flatMap((file) => {
    const text = readFileSync(join(path, file), "utf8");
    try {
      const note = readReleaseNote(file, text);
      const digest = createHash("sha256").update(text).digest("base64url");
      return [{ source: `${project}/${basename(path)}`, project, file, digest, note }];
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error;
      report.skipped.push({ file, line: 1, reason: error.message });
      return [];
    }
  });
}

async function importNote(
  ctx: Context,
  { source, project, file, digest, note }: NoteFile,
  { numbers, options, report }: { numbers: NumbersBySource; options: ImportOptions; report: ImportReport },
): Promise<void> {
  const key = { source: `releases:${source}`, externalId: file };
  const known = await ctx.db.importedRecord.findUnique({ where: { source_externalId: key } });
  const topicIds = await topicsOf(ctx, note.body, numbers);
  if (options.isDryRun) {
    report[known ? "unchanged" : "announcements"]++;
    report.links += known ? 0 : topicIds.length;
    return;
  }
  if (known) {
    const added = await inTransaction(ctx, (tx) =>
      linkTopics(tx, { announcementId: known.thingId, topicIds }, { at: note.publishedAt, isQuiet: true }),
    );
    report.unchanged += added.length === 0 ? 1 : 0;
    report.links += added.length;
    return;
  }
  const login = note.author || project;
  const { people, made } = await ensurePeople(ctx, project, [
    { login, name: login, isStaff: true, since: note.publishedAt },
  ]);
  const body = withOwnAddresses(note.body, numbers);
  const text = await prepareText(ctx, {
    ...{ title: note.title, body, references: shorthandLinks(body, numbers), isImported: true },
  });
  await inTransaction(ctx, async (tx) => {
    const { id } = await importAnnouncement(tx, {
      ...{ text, topicIds, release: note.release, labels: note.labels, publishedAt: note.publishedAt },
      authorId: memberOf(people, login).id,
    });
    await tx.db.importedRecord.create({
      data: { ...key, digest, thing: "announcement", thingId: id, createdAt: tx.clock.now() },
    });
  });
  report.announcements++;
  report.members += made;
  report.links += topicIds.length;
}

/** Topics the note names, and those that a named change settled. */
async function topicsOf(ctx: Context, body: string, numbers: NumbersBySource): Promise<number[]> {
  const named = await topicsWith(ctx, namedTopics(body, numbers));
  const sourceOf = new Map(
    [...numbers].flatMap(([source, known]) => [...known.values()].map((number) => [number, source])),
  );
  const settled = named.flatMap(({ number, body: text, tagged }) =>
    tagged
      ? settledBy(text).flatMap((there) => numbers.get(sourceOf.get(number) ?? "")?.get(there) ?? [])
      : [],
  );
  const more = await topicsWith(
    ctx,
    settled.filter((number) => !named.some((topic) => topic.number === number)),
  );
  return [...new Set([...named, ...more].map(({ id }) => id))];
}

async function topicsWith(ctx: Context, publicNumbers: readonly number[]) {
  if (publicNumbers.length === 0) return [];
  const topics = await ctx.db.topic.findMany({
    where: { number: { in: [...publicNumbers] }, deletedAt: null },
    select: { id: true, number: true, body: true, board: true },
  });
  return topics.map(({ board, ...topic }) => ({ ...topic, tagged: board === "suggestion" }));
}
