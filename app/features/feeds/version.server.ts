import { createHash } from "node:crypto";
import { areaName, listAllAreas } from "~/features/site/areas.server";
import type { SiteSettings } from "~/features/site/site";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import { NotFound } from "~/platform/errors";
import type { FeedFormat } from "./feed";
import type { FeedContext } from "./feed-context";
import { type FeedName, writeFeedName } from "./feed-name";
import {
  announcementSource,
  officialSource,
  oneTopicSource,
  replySource,
  type Source,
  topicSource,
} from "./sources";

/** Raised when feeds are written in another way, so that readers fetch them again. */
const writing = 2;

export interface FeedVersion {
  /** Weak: it names what a feed says, not its bytes. */
  etag: string;
  lastModified: Date;
}

interface VersionRow {
  publishedAt: unknown;
  editedAt: unknown;
}

/**
 * What a feed says at the moment, in one query that reads no text: whatever changes an entry changes its row, or takes it
 * away. Throws NotFound for what is not there or not public.
 */
export async function readVersion(
  ctx: FeedContext,
  { name, format, site }: { name: FeedName; format: FeedFormat; site: Pick<SiteSettings, "name"> },
): Promise<FeedVersion> {
  const { sources, words } = await madeOf(ctx, name);
  const rows = await ctx.rows<VersionRow>(
    sources
      .map((source, index) => `SELECT * FROM (${versionSql(source, index)}) AS "p${index}"`)
      .join(" UNION ALL "),
    sources.flatMap(({ params }) => params),
  );
  if (name.kind === "topic" && rows.length === 0) throw new NotFound("feed");
  const made = [
    writing,
    format,
    writeFeedName(name),
    ctx.locale,
    ctx.config.origin,
    ctx.authority,
    site.name,
    words,
    rows,
  ];
  const hash = createHash("sha256").update(JSON.stringify(made)).digest("base64url").slice(0, 27);
  const times = rows.map(({ publishedAt, editedAt }) =>
    Math.max(asDate(publishedAt).getTime(), asDateOrNull(editedAt)?.getTime() ?? 0),
  );
  return { etag: `W/"${hash}"`, lastModified: new Date(Math.max(0, ...times)) };
}

function versionSql(source: Source, index: number): string {
  const { id, text, publishedAt, words } = source.shown;
  return source.select(
    `${index} AS "part", ${id} AS "id", ${publishedAt} AS "publishedAt", ${text}."editedAt" AS "editedAt",
     length(${text}."bodyHtml") AS "size", ${text}."language" AS "language", ${words.join(` || '\n' || `)} AS "words"`,
  );
}

async function madeOf(ctx: FeedContext, name: FeedName): Promise<{ sources: Source[]; words?: string }> {
  switch (name.kind) {
    case "topic":
      return { sources: [oneTopicSource(name.number), replySource(name.number)] };
    case "area": {
      const area = (await listAllAreas(ctx)).find(({ slug }) => slug === name.slug);
      if (!area) throw new NotFound("feed");
      const areaId = area.id;
      return {
        sources: [topicSource({ board: "discussion", areaId }), topicSource({ board: "suggestion", areaId })],
        words: areaName(area, ctx.locale),
      };
    }
    case "changelog":
      return { sources: [announcementSource()] };
    case "official":
      return { sources: [officialSource()] };
    case "suggestions":
      return { sources: [topicSource({ board: "suggestion" })] };
    case "all":
      return {
        sources: [
          topicSource({ board: "discussion" }),
          topicSource({ board: "suggestion" }),
          announcementSource(),
          officialSource(),
        ],
      };
  }
}
