import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { systemContext } from "~/features/members/context";
import { prepareSearch } from "~/features/search/preparing.server";
import { DamagedArchive } from "~/features/transfer/archive-lines.server";
import { importChangelogs } from "~/features/transfer/importing-changelog.server";
import { importReleaseNotes } from "~/features/transfer/importing-releases.server";
import { importThreads } from "~/features/transfer/importing-threads.server";
import type { ImportOptions, ImportReport } from "~/features/transfer/report";
import { ensureAreas } from "~/features/transfer/areas.server";
import { drainOutbox } from "../draining.server";
import { makeMemoryKeeper } from "../memory.server";
import { CommandFailure, type Command } from "./command";
import { withPlatform } from "./with-platform.server";

const formats = ["github-archive", "release-notes", "keep-a-changelog"] as const;
const skippedShown = 20;

export const importCommand: Command = {
  summary: "take over topics or release notes of another place",
  help: `hearback import --format FORMAT PATH... [--dry-run] [--as-of DATE] [--area LABEL=AREA]...

--format github-archive   files of one JSON object a line, plain or .gz: issues and pull requests with their comments
                          (whole timelines, REST answers with comments, or the command-line client's output)
--format release-notes    folders of Markdown files with front matter: one announcement each, linked to the topics
                          they name (import the topics first)
--format keep-a-changelog files in the form of keepachangelog.com: one announcement for each version with a date
--dry-run                 only tell what would come in
--as-of DATE              nothing later than this day is read as "now" (ISO date)
--area LABEL=AREA         topics with this label go to the area with this slug

Staff are the accounts an archive marks as MEMBER or COLLABORATOR; where it marks nobody, whoever an issue is assigned
to or who closed an issue somebody else opened. Bots are never staff. Imported people cannot sign in. Pull requests
become suggestions. Thumbs-up become votes, on problems "I have this too". A second run changes nothing; nobody is told.`,
  async run({ args, terminal }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: "string" },
        "dry-run": { type: "boolean" },
        "as-of": { type: "string" },
        area: { type: "string", multiple: true },
      },
    });
    const format = formats.find((known) => known === values.format);
    if (!format) throw new CommandFailure(`--format takes one of: ${formats.join(", ")}.`, 2);
    if (positionals.length === 0) throw new CommandFailure("Say which files or folders to import.", 2);
    const keepMemoryLow = makeMemoryKeeper();
    const options: ImportOptions = {
      isDryRun: values["dry-run"] === true,
      asOf: readDate(values["as-of"]),
      areaByLabel: readAreas(values.area ?? []),
      onProgress(label, done, total) {
        keepMemoryLow();
        terminal.progress(label, done, total);
      },
    };
    const started = performance.now();
    const report = await withPlatform(async (platform) => {
      const ctx = systemContext(platform);
      try {
        if (!options.isDryRun) {
          await ensureAreas(ctx);
          // An index that is ready takes what comes in; one that is not would be built anew at the next start.
          await prepareSearch(platform);
        }
        const result =
          format === "github-archive"
            ? await importThreads(ctx, positionals.flatMap(archivesIn), options)
            : format === "release-notes"
              ? await importReleaseNotes(ctx, positionals, options)
              : await importChangelogs(ctx, positionals, options);
        if (!options.isDryRun) {
          await drainOutbox(platform, (left, total) => {
            keepMemoryLow();
            terminal.progress("search index", total - left, total);
          });
        }
        return result;
      } catch (error) {
        if (error instanceof DamagedArchive) throw new CommandFailure(error.message);
        if ((error as { code?: string }).code === "ENOENT")
          throw new CommandFailure(`There is no file or folder ${(error as { path?: string }).path}.`);
        throw error;
      }
    });
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    terminal.result(sentence(report, seconds, peakMb, options.isDryRun), { ...report, seconds, peakMb });
  },
};

function archivesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => /\.(nd)?jsonl?(\.gz)?$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

function readDate(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new CommandFailure("--as-of takes a date such as 2026-08-21.", 2);
  return date;
}

function readAreas(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map((pair) => {
      const [label, slug] = pair.split("=");
      if (!label || !slug)
        throw new CommandFailure("--area takes LABEL=AREA, for example --area Wallet=transaction.", 2);
      return [label.toLowerCase(), slug];
    }),
  );
}

function sentence(report: ImportReport, seconds: number, peakMb: number, isDryRun: boolean): string {
  const { topics, replies, members, votes, announcements, links, officialReplies, unchanged, skipped } =
    report;
  const bad = skipped.slice(0, skippedShown).map(({ file, line, reason }) => `  ${file}:${line} ${reason}`);
  if (skipped.length > skippedShown)
    bad.push(`  … and ${skipped.length - skippedShown} more (--json lists all)`);
  return [
    `${isDryRun ? "Would come in" : "Came in"}: ${topics} topics, ${replies} replies, ${officialReplies} official replies, ${votes} votes, ${members} people, ${announcements} announcements with ${links} links; ${unchanged} unchanged.`,
    ...(skipped.length > 0 ? [`Skipped ${skipped.length}:`, ...bad] : []),
    `${seconds} s, at most ${peakMb} MB.`,
  ].join("\n");
}
