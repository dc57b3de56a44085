import { type Label, maxReleaseCharacters, orderLabels } from "~/features/changelog/announcement";
import { maxBodyCharacters } from "~/features/topics/topic";
import { guessLanguage } from "~/platform/text/guess-language";

/** One version of a file in the form of keepachangelog.com. */
export interface ChangelogVersion {
  title: string;
  release: string;
  publishedAt: Date;
  labels: Label[];
  body: string;
  /** Where its heading stands, from 1. */
  line: number;
}

export interface ChangelogFile {
  /** The oldest first. */
  versions: ChangelogVersion[];
  skipped: { line: number; reason: string }[];
}

const labelOfSection: Readonly<Record<string, Label>> = {
  added: "new",
  changed: "improved",
  deprecated: "improved",
  removed: "improved",
  fixed: "fixed",
  security: "security",
};

const versionHeading =
  /^##\s+(?:\[(?<linked>[^\]]+)\](?:\([^)]*\))?|(?<plain>\S+))(?:\s*[-–—:]?\s*\(?(?<date>\d{4}-\d{1,2}-\d{1,2})\)?)?\s*(?<yanked>\[?YANKED\]?)?\s*$/i;
const sectionHeading = /^###\s+(.+?)\s*#*$/;
const definition = /^\[([^\]]+)\]:\s*\S+/;
const fence = /^\s*(```|~~~)/;

interface Part {
  heading: string;
  line: number;
  lines: { text: string; line: number }[];
}

/** Reads a whole file. What cannot be taken over is named with its line; nothing else is lost by it. */
export function readKeepAChangelog(source: string, now: Date): ChangelogFile {
  const { parts, definitions } = split(source);
  const file: ChangelogFile = { versions: [], skipped: [] };
  const seen = new Set<string>();
  if (parts.length === 0)
    file.skipped.push({ line: 1, reason: "has no version: a heading such as ## [1.2.0] - 2026-11-29" });
  for (const part of parts) {
    const outcome = readVersion(part, definitions, now);
    file.skipped.push(...outcome.notes);
    if (!outcome.version) continue;
    if (seen.has(outcome.version.release))
      file.skipped.push({
        line: part.line,
        reason: `${outcome.version.release} stands here twice; the first was taken`,
      });
    else {
      seen.add(outcome.version.release);
      file.versions.push(outcome.version);
    }
  }
  file.versions.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || b.line - a.line);
  return file;
}

/** At second-level headings, but not at those inside a block of code. */
function split(source: string): { parts: Part[]; definitions: ReadonlyMap<string, string> } {
  const parts: Part[] = [];
  const definitions = new Map<string, string>();
  let isCode = false;
  for (const [index, text] of source
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (fence.test(text)) isCode = !isCode;
    const name = isCode ? undefined : definition.exec(text)?.[1];
    if (name) definitions.set(name.toLowerCase(), text);
    else if (!isCode && /^##\s/.test(text))
      parts.push({ heading: text.trimEnd(), line: index + 1, lines: [] });
    else parts.at(-1)?.lines.push({ text, line: index + 1 });
  }
  return { parts, definitions };
}

type Note = ChangelogFile["skipped"][number];

function readVersion(
  { heading, line, lines }: Part,
  definitions: ReadonlyMap<string, string>,
  now: Date,
): { version?: ChangelogVersion; notes: Note[] } {
  const refuse = (reason: string) => ({ notes: [{ line, reason }] });
  if (/^##\s+\[?unreleased\]?/i.test(heading))
    return refuse("Unreleased changes are left out until they have a version");
  const { linked, plain, date, yanked } = versionHeading.exec(heading)?.groups ?? {};
  const release = (linked ?? plain ?? "").trim().replace(/^v(?=\d)/i, "");
  if (!release || !/\d/.test(release))
    return refuse("is no heading of a version, such as ## [1.2.0] - 2026-11-29");
  if (release.length > maxReleaseCharacters)
    return refuse(`names its version in more than ${maxReleaseCharacters} characters`);
  if (!date) return refuse(`${release} has no date, such as ## [${release}] - 2026-11-29`);
  const publishedAt = dayOf(date);
  if (!publishedAt) return refuse(`${date} is no day`);
  if (publishedAt > now) return refuse(`${date} lies in the future`);

  const { labels, notes } = labelsOf(lines);
  const text = lines
    .map((each) => each.text)
    .join("\n")
    .trim();
  if (text === "") return refuse(`${release} says nothing`);
  const isChinese = guessLanguage(text) === "zh";
  const mark = isChinese ? "**这个版本已被撤回。**" : "**This release was yanked.**";
  const body = [yanked && mark, text, usedDefinitions(text, definitions)].filter(Boolean).join("\n\n");
  if (body.length > maxBodyCharacters)
    return refuse(`${release} is longer than ${maxBodyCharacters} characters`);
  const title = isChinese ? `版本 ${release}` : `Version ${release}`;
  const yankedWord = isChinese ? "（已撤回）" : " (yanked)";
  return {
    version: { title: yanked ? title + yankedWord : title, release, publishedAt, labels, body, line },
    notes,
  };
}

function labelsOf(lines: Part["lines"]): { labels: Label[]; notes: Note[] } {
  const found: Label[] = [];
  const notes: Note[] = [];
  let isCode = false;
  for (const { text, line } of lines) {
    if (fence.test(text)) isCode = !isCode;
    const section = isCode ? undefined : sectionHeading.exec(text)?.[1];
    if (!section) continue;
    const label = labelOfSection[section.toLowerCase()];
    if (label) found.push(label);
    else
      notes.push({
        line,
        reason: `"${section.slice(0, 60)}" is no kind of change; its text was kept without a label`,
      });
  }
  return { labels: orderLabels(found), notes };
}

/** Links a text names by reference keep their addresses, which stand at the end of the file. */
function usedDefinitions(text: string, definitions: ReadonlyMap<string, string>): string {
  const names = new Set([...text.matchAll(/\[([^\][]+)\]/g)].map(([, name]) => name!.toLowerCase()));
  return [...names].flatMap((name) => definitions.get(name) ?? []).join("\n");
}

/** Null for 30 February. */
function dayOf(text: string): Date | null {
  const day = text.replace(/-(\d)(?!\d)/g, "-0$1");
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? at : null;
}
