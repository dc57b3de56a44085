import type { Context } from "~/features/members/context";
import { NotFound } from "~/platform/errors";
import type { VersionText } from "./edit-conflict";
import { mayReadAllVersions, mayReadHistory } from "./policy";
import { difference, type Part } from "./text-difference";

const versionsShown = 200;

/** One version of a text: who wrote it when, and what it changed. */
export interface Version {
  version: number;
  editor: { name: string; displayName: string };
  at: Date;
  /** Other words of the same meaning, says whoever edited. */
  isMinor: boolean;
}

export interface History {
  number: number;
  slug: string;
  title: string;
  language: string;
  /** Newest first; the last one is how it began. */
  versions: Version[];
  /** The version looked at, compared with the one before it. */
  shown: Version & { title: Part[] | null; body: Part[] };
}

/** The history of a topic's text. Throws NotFound where the topic may not be read, or has no such version. */
export async function getTopicHistory(
  ctx: Context,
  input: { number: number; version?: number },
): Promise<History> {
  const topic = await ctx.db.topic.findUnique({
    where: { number: input.number },
    include: {
      author: true,
      revisions: { include: { editor: true }, orderBy: { version: "desc" }, take: versionsShown },
    },
  });
  if (!topic || !mayReadHistory(ctx.actor, topic)) throw new NotFound("topic");
  return historyOf(
    { ...topic, topic },
    { version: input.version, isWhole: mayReadAllVersions(ctx.actor, topic) },
  );
}

/** The history of a reply's text. */
export async function getReplyHistory(
  ctx: Context,
  input: { number: number; replyId: number; version?: number },
): Promise<History> {
  const reply = await ctx.db.reply.findUnique({
    where: { id: input.replyId },
    include: {
      topic: true,
      author: true,
      revisions: { include: { editor: true }, orderBy: { version: "desc" }, take: versionsShown },
    },
  });
  if (reply?.topic.number !== input.number || reply.deletedAt) throw new NotFound("reply");
  if (!mayReadHistory(ctx.actor, reply.topic, reply)) throw new NotFound("reply");
  return historyOf(
    { ...reply, title: "" },
    { version: input.version, isWhole: mayReadAllVersions(ctx.actor, reply) },
  );
}

/** A text as an earlier version had it, for its editors; null for one that is not kept. */
export async function findVersion(
  ctx: Context,
  of: { topicId: number } | { replyId: number },
  version: number,
): Promise<VersionText | null> {
  if (!Number.isSafeInteger(version)) return null;
  const revision = await ctx.db.revision.findFirst({ where: { ...of, version } });
  if (!revision) return null;
  return { ...("topicId" in of && { title: revision.title }), body: revision.body, version };
}

interface Text {
  topic: { number: number; slug: string; title: string; language: string };
  version: number;
  title: string;
  body: string;
  createdAt: Date;
  author: Version["editor"];
  /** Newest first; each holds the text its editor replaced. */
  revisions: {
    version: number;
    title: string;
    body: string;
    createdAt: Date;
    telling: string | null;
    wasOpen: boolean;
    editor: Version["editor"];
  }[];
}

function historyOf(text: Text, asked: { version?: number; isWhole: boolean }): History {
  const { revisions } = text;
  // Who replaced version n wrote version n + 1.
  const written: Version[] = revisions.map(({ version, editor, createdAt, telling }) => ({
    version: version + 1,
    editor: nameOf(editor),
    at: createdAt,
    isMinor: telling === "minor",
  }));
  if (revisions.length < versionsShown)
    written.push({ version: 1, editor: nameOf(text.author), at: text.createdAt, isMinor: false });
  const textOf = (version: number) =>
    version === text.version ? text : revisions.find((revision) => revision.version === version);
  const isReadable = (version: number) => {
    const found = textOf(version);
    return found !== undefined && (asked.isWhole || !("wasOpen" in found) || found.wasOpen);
  };
  const versions = written.filter(({ version }) => isReadable(version));
  const shown = versions.find(({ version }) => version === (asked.version ?? text.version));
  if (!shown) throw new NotFound("version");

  const now = textOf(shown.version)!;
  // The last before it that may be read: what stood between them is nobody else's.
  const before = revisions.find(({ version }) => version < shown.version && isReadable(version));
  const { number, slug, title, language } = text.topic;
  return {
    ...{ number, slug, title, language, versions },
    shown: {
      ...shown,
      title: before && before.title !== now.title ? difference(before.title, now.title) : null,
      body: before ? difference(before.body, now.body) : [{ kind: "same", text: now.body }],
    },
  };
}

function nameOf({ name, displayName }: Version["editor"]): Version["editor"] {
  return { name, displayName };
}
