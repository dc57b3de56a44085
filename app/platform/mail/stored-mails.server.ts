import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";

export interface StoredMail {
  name: string;
  to: string;
  subject: string;
  date: Date | null;
}

export interface OpenedMail extends StoredMail {
  text: string;
  html: string;
  headers: { name: string; value: string }[];
}

const nameForm = /^[\w.-]{1,200}\.eml$/;
const perPage = 50;
const mostHeaderBytes = 16_000;

/** Mails of the folder, newest first, from the one before `before` on. Reads only the beginning of each. */
export async function listStoredMails(
  folder: string,
  before: string | null,
): Promise<{ mails: StoredMail[]; next: string | null }> {
  const names = (await namesIn(folder))
    .filter((name) => !before || name < before)
    .toSorted()
    .reverse();
  const shown = names.slice(0, perPage);
  const mails = await Promise.all(shown.map((name) => describe(folder, name)));
  return {
    mails: mails.filter((mail) => mail !== null),
    next: names.length > perPage ? shown.at(-1)! : null,
  };
}

/** One mail of the folder, or null for a name that is none. */
export async function readStoredMail(folder: string, name: string): Promise<OpenedMail | null> {
  if (!nameForm.test(name)) return null;
  const source = await readFile(join(folder, name)).catch(() => null);
  if (!source) return null;
  const { simpleParser } = await import("mailparser");
  const mail = await simpleParser(source, { skipImageLinks: true, skipTextToHtml: true });
  return {
    ...described(name, mail),
    text: mail.text ?? "",
    html: mail.html || "",
    headers: mail.headerLines.map(({ line }) => {
      const colon = line.indexOf(":");
      return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
    }),
  };
}

/** Removes what is older than this, so that the folder does not grow for ever. */
export async function removeStoredMails(folder: string, olderThan: Date): Promise<void> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const kept = await stat(path).catch(() => null);
    if (kept && kept.mtime < olderThan) await rm(path, { force: true });
  }
}

/** Removes those this says yes to, read one at a time. */
export async function removeMatchingMails(
  folder: string,
  matches: (mail: { to: string; text: string }) => boolean,
): Promise<void> {
  for (const name of await namesIn(folder)) {
    const mail = await readStoredMail(folder, name);
    if (mail && matches({ to: mail.to, text: `${mail.text}\n${mail.html}` }))
      await rm(join(folder, name), { force: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => nameForm.test(name) && !name.startsWith("."));
}

async function describe(folder: string, name: string): Promise<StoredMail | null> {
  const source = await readFile(join(folder, name)).catch(() => null);
  if (!source) return null;
  const { simpleParser } = await import("mailparser");
  const end = source.indexOf("\r\n\r\n");
  const head = source.subarray(0, Math.min(end === -1 ? mostHeaderBytes : end + 4, mostHeaderBytes));
  return described(name, await simpleParser(head));
}

function described(
  name: string,
  { to, subject, date }: { to?: unknown; subject?: string; date?: Date },
): StoredMail {
  const addressed = (Array.isArray(to) ? to[0] : to) as { text?: string } | undefined;
  return { name, to: addressed?.text ?? "", subject: subject ?? "", date: date ?? null };
}
