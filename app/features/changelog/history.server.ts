import type { Context } from "~/features/members/context";
import { difference, type Part } from "~/features/topics/text-difference";
import { NotFound } from "~/platform/errors";
import type { AnnouncementStatus } from "./announcement";
import { mayWriteAnnouncements } from "./policy";
import { requireReadable } from "./reading.server";

export interface Version {
  version: number;
  editor: { name: string; displayName: string };
  at: Date;
}

export interface AnnouncementHistory {
  slug: string;
  title: string;
  language: string;
  /** Newest first. */
  versions: Version[];
  /** The version looked at, compared with the one before it as far as that may be read. */
  shown: Version & { title: Part[] | null; body: Part[] };
}

/**
 * What an announcement said before. Staff read all of it; everybody else begins with the version that was first
 * published, for what stood in the draft was never said.
 */
export async function getAnnouncementHistory(
  ctx: Context,
  { slug, version }: { slug: string; version?: number },
): Promise<AnnouncementHistory> {
  const entry = await ctx.db.announcement.findUnique({
    where: { slug },
    include: { author: true, revisions: { include: { editor: true }, orderBy: { version: "desc" } } },
  });
  if (!entry) throw new NotFound("announcement");
  requireReadable(ctx, { status: entry.status as AnnouncementStatus });
  const { revisions } = entry;
  const isWhole = mayWriteAnnouncements(ctx.actor);
  const since = entry.announcedAt;
  // Each revision holds what its editor replaced at that time, so it was public if it was replaced after publishing, and
  // not while the entry was withdrawn.
  const readable = revisions.filter(
    ({ createdAt, wasOpen }) => isWhole || (wasOpen && (!since || createdAt >= since)),
  );
  const textOf = (wanted: number) =>
    wanted === entry.version ? entry : readable.find((revision) => revision.version === wanted);

  const versions = [entry.version, ...readable.map((revision) => revision.version)].map((number): Version => {
    const replaced = revisions.find((revision) => revision.version < number);
    const { name, displayName } = replaced?.editor ?? entry.author;
    return { version: number, editor: { name, displayName }, at: replaced?.createdAt ?? entry.createdAt };
  });
  const shown = versions.find((each) => each.version === (version ?? entry.version));
  const now = shown && textOf(shown.version);
  if (!shown || !now) throw new NotFound("version");
  const previous = versions[versions.indexOf(shown) + 1];
  const before = previous && textOf(previous.version);
  return {
    ...{ slug, title: entry.title, language: entry.language, versions },
    shown: {
      ...shown,
      title: before && before.title !== now.title ? difference(before.title, now.title) : null,
      body: before ? difference(before.body, now.body) : [{ kind: "same", text: now.body }],
    },
  };
}
