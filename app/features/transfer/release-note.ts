import { labels, type Label } from "~/features/changelog/announcement";
import { BadRecord } from "./source-topic";

export interface ReleaseNote {
  title: string;
  /** Version number; empty when the file names none. */
  release: string;
  author: string;
  publishedAt: Date;
  body: string;
  labels: Label[];
}

const labelWords: Record<Label, RegExp> = {
  security: /security|\bCVE-|vulnerab|安全/i,
  fixed: /\bfix(es|ed)?\b|bug|修复/i,
  improved: /improv|perform|faster|update|改进|优化/i,
  new: /\bnew\b|\badd(s|ed)?\b|feature|support for|新增|新功能/i,
};

/** A Jekyll page about a release. Throws BadRecord when it has no front matter, title or date. */
export function readReleaseNote(fileName: string, source: string): ReleaseNote {
  const { fields, body } = splitFrontMatter(source);
  const title = fields.get("title") ?? "";
  if (title === "") throw new BadRecord("has no title");
  const cleaned = withoutLiquid(body);
  return {
    title,
    release: releaseOf(fields.get("release"), title),
    author: fields.get("author") ?? "",
    publishedAt: dateOf(fields.get("date"), fileName),
    body: cleaned,
    labels: labels.filter((label) => labelWords[label].test(cleaned)),
  };
}

/**
 * The fields before the body. Read by our own rules, because titles stand there unquoted with colons, which strict YAML
 * refuses: a field is everything after its first colon, comments and nested lines are passed over.
 */
function splitFrontMatter(source: string): { fields: Map<string, string>; body: string } {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(source.replace(/^\uFEFF/, ""));
  if (!match) throw new BadRecord("has no front matter");
  const fields = new Map<string, string>();
  for (const line of match[1]!.split(/\r?\n/)) {
    const field = /^([A-Za-z_]+):\s*(.*)$/.exec(line);
    if (field) fields.set(field[1]!, unquoted(field[2]!.trim()));
  }
  return { fields, body: match[2]! };
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

/** `[29, 0]`, else the number in the title. */
function releaseOf(field: string | undefined, title: string): string {
  const listed = /^\[([\d,\s]+)\]/.exec(field ?? "")?.[1];
  if (listed)
    return listed
      .split(",")
      .map((part) => part.trim())
      .join(".");
  return /\bv?(\d+(?:\.\d+)+)/.exec(title)?.[1] ?? "";
}

function dateOf(field: string | undefined, fileName: string): Date {
  const date = new Date(
    `${/^\d{4}-\d{2}-\d{2}/.exec(field ?? "")?.[0] ?? /^\d{4}-\d{2}-\d{2}/.exec(fileName)?.[0]}T00:00:00Z`,
  );
  if (Number.isNaN(date.getTime())) throw new BadRecord("has no date");
  return date;
}

/** Tags of the site generator go, with what they would have put in; what they enclose stays. */
function withoutLiquid(body: string): string {
  return body
    .replace(/\{%-?\s*(comment|raw)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}/g, "")
    .replace(/\{%[\s\S]*?%\}/g, "")
    .replace(/\{\{[\s\S]*?\}\}/g, "")
    .trim();
}
