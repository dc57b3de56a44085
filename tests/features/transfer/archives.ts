import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const folder = mkdtempSync(join(tmpdir(), "hearback-archives-"));
let made = 0;

/** Writes records (objects, or lines as they are) as a gzipped archive and answers with its path. */
export function anArchive(records: readonly (object | string)[]): string {
  const path = join(folder, `archive-${++made}.ndjson.gz`);
  const lines = records.map((record) => (typeof record === "string" ? record : JSON.stringify(record)));
  writeFileSync(path, gzipSync(lines.join("\n")));
  return path;
}

/** A gzipped archive that ends in the middle. */
export function aCutArchive(records: readonly object[]): string {
  const path = join(folder, `cut-${++made}.ndjson.gz`);
  const whole = gzipSync(records.map((record) => JSON.stringify(record)).join("\n"));
  writeFileSync(path, whole.subarray(0, Math.floor(whole.length * 0.6)));
  return path;
}

export function aFolderOfNotes(files: Record<string, string>): string {
  const path = join(folder, `project-${++made}`, "releases");
  mkdirSync(path, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

export function aThread(number: number, overrides: Record<string, unknown> = {}): Record<string, unknown> {
  const { events = [], comments = [], type = "issue", ...thread } = overrides;
  return {
    type,
    [type as string]: {
      number,
      title: `Topic number ${number}`,
      body: `Body of ${number}`,
      user: { login: "asker" },
      author_association: "NONE",
      html_url: `https://github.com/acme/wallet/issues/${number}`,
      state: "open",
      labels: [],
      locked: false,
      created_at: "2024-01-01T10:00:00Z",
      closed_at: null,
      ...thread,
    },
    events,
    comments,
  };
}

export function aComment(
  id: number,
  login: string,
  overrides: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    event: "commented",
    id,
    user: { login },
    actor: { login },
    author_association: "NONE",
    body: `Comment ${id}`,
    created_at: `2024-01-02T10:00:${String(id % 60).padStart(2, "0")}Z`,
    ...overrides,
  };
}
