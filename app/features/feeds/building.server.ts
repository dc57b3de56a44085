import { changelogPath } from "~/features/changelog/paths";
import { areaName, listAllAreas } from "~/features/site/areas.server";
import type { SiteSettings } from "~/features/site/site";
import { topicPath } from "~/features/topics/paths";
import { NotFound } from "~/platform/errors";
import { translator } from "~/platform/i18n/translator";
import { listAnnouncementEntries } from "./announcement-entries.server";
import { type Feed, type FeedEntry, lastUpdate, newestEntries } from "./feed";
import type { FeedContext } from "./feed-context";
import { type FeedName, writeFeedName } from "./feed-name";
import { listOfficialEntries } from "./official-entries.server";
import { feedPath } from "./paths";
import { listReplyEntries } from "./reply-entries.server";
import { entriesPerFeed } from "./sources";
import { tagUri } from "./tag-uri";
import { findTopicEntry, listTopicEntries } from "./topic-entries.server";

interface Content {
  what: string;
  subtitle: string;
  pagePath: string;
  entries: FeedEntry[];
}

/**
 * A feed by its name, in the site's own language and with what everybody may see, whoever asks. Throws NotFound alike
 * for a feed that does not exist and one of something that is not public. At most four queries.
 */
export async function buildFeed(
  ctx: FeedContext,
  { name, site }: { name: FeedName; site: Pick<SiteSettings, "name"> },
): Promise<Feed> {
  const t = translator(ctx.locale, "feeds");
  const { what, subtitle, pagePath, entries } = await contentOf(ctx, name);
  const { origin } = ctx.config;
  return {
    id: tagUri(ctx.authority, `feed/${writeFeedName(name)}`),
    title: t("of", { what, site: site.name }),
    subtitle,
    language: ctx.locale,
    pageUrl: origin + pagePath,
    selfUrls: { atom: origin + feedPath(name, "atom"), json: origin + feedPath(name, "json") },
    updated: lastUpdate(entries),
    entries,
  };
}

async function contentOf(ctx: FeedContext, name: FeedName): Promise<Content> {
  const t = translator(ctx.locale, "feeds");
  switch (name.kind) {
    case "topic":
      return topicContent(ctx, name.number);
    case "area":
      return areaContent(ctx, name.slug);
    case "changelog":
      return {
        ...wordsOf(name.kind),
        pagePath: changelogPath,
        entries: await listAnnouncementEntries(ctx, t),
      };
    case "official":
      return {
        ...wordsOf(name.kind),
        pagePath: "/",
        entries: await listOfficialEntries(ctx, t, ctx.locale),
      };
    case "suggestions":
      return {
        ...wordsOf(name.kind),
        pagePath: "/suggestions",
        entries: await listTopicEntries(ctx, { board: "suggestion" }),
      };
    case "all": {
      const parts = await Promise.all([
        listTopicEntries(ctx, { board: "discussion" }),
        listTopicEntries(ctx, { board: "suggestion" }),
        listAnnouncementEntries(ctx, t),
        listOfficialEntries(ctx, t, ctx.locale),
      ]);
      return { ...wordsOf(name.kind), pagePath: "/", entries: newestEntries(parts.flat(), entriesPerFeed) };
    }
  }

  function wordsOf(kind: "all" | "changelog" | "official" | "suggestions") {
    return { what: t(`titles.${kind}`), subtitle: t(`subtitles.${kind}`) };
  }
}

async function topicContent(ctx: FeedContext, number: number): Promise<Content> {
  const topic = await findTopicEntry(ctx, number);
  if (!topic) throw new NotFound("feed");
  const t = translator(ctx.locale, "feeds");
  const { slug, entry } = topic;
  const replies = await listReplyEntries(ctx, t, { number, title: entry.title });
  return {
    what: entry.title,
    subtitle: t("subtitles.topic"),
    pagePath: topicPath({ number, slug }),
    entries: newestEntries([...replies, entry], entriesPerFeed),
  };
}

async function areaContent(ctx: FeedContext, slug: string): Promise<Content> {
  const area = (await listAllAreas(ctx)).find((each) => each.slug === slug);
  if (!area) throw new NotFound("feed");
  const parts = await Promise.all([
    listTopicEntries(ctx, { board: "discussion", areaId: area.id }),
    listTopicEntries(ctx, { board: "suggestion", areaId: area.id }),
  ]);
  const what = areaName(area, ctx.locale);
  return {
    what,
    subtitle: translator(ctx.locale, "feeds")("subtitles.area", { area: what }),
    pagePath: `/discussions?area=${encodeURIComponent(slug)}`,
    entries: newestEntries(parts.flat(), entriesPerFeed),
  };
}
