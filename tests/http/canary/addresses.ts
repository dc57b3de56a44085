import type { Row } from "~/routes";
import type { HiddenPosts } from "./hidden-posts";
import type { HiddenThings } from "./hidden-things";
import { common, type Open } from "./open";

interface Site {
  open: Open;
  posts: HiddenPosts;
  things: HiddenThings;
  area: { slug: string };
}

/** Every row of the table that is read, filled in with what is public, and where what is hidden could stand in a query. */
export function addressesOf(rows: readonly Row[], site: Site): string[] {
  const read = rows.filter(({ path, access }) => access.read && path !== "*");
  return [...read.map((row) => publicOf(row, site)), ...beside(site)];
}

/** A row filled in with what everybody may see. */
function publicOf({ path = "" }: Row, { open, area }: Site): string {
  const { number } = path.startsWith("suggestions/") ? open.wish : open.problem;
  return `/${path}`
    .replace("/:slug?", "")
    .replace(":number", String(number))
    .replace(/(?<=replies\/):id/, String(open.reply.id))
    .replace(/(?<=areas\/):slug/, area.slug)
    .replace(/(?<=tags\/):slug/, "swap")
    .replace(/(?<=changelog\/):slug/, open.entry.slug)
    .replace(/(?<=members\/):name/, open.mei.name)
    .replace(":reference", open.letter.reference)
    .replace(":form", "suggestion")
    .replace(":file", "all.atom")
    .replace(":id", "1")
    .replaceAll(/:\w+/g, "x");
}

/** What stands in the query, and what no row of the table names. */
function beside({ open, posts, things, area }: Site): string[] {
  const feeds = ["all", "changelog", "official", "suggestions", `area-${area.slug}`];
  const topics = [open.problem.number, open.wish.number, ...posts.topics, ...posts.suggestions];
  const names = [...feeds, ...topics.map((number) => `topic-${number}`)];
  return [
    ...names.flatMap((name) => [`/feeds/${name}.atom`, `/feeds/${name}.json`]),
    ...["", "&kind=reply", "&kind=announcement", "&sort=newest"].map((rest) => `/search?q=${common}${rest}`),
    `/search?q=${common}&area=${area.slug}`,
    ...["e", common.slice(0, 5), common].map((typed) => `/search/suggest?q=${typed}`),
    ...[`The ${common}`, `${common} dark mode fees`].map(
      (title) => `/search/similar?q=${encodeURIComponent(title)}`,
    ),
    ...["m", "me", "n", "name"].flatMap((typed) => [`/mentions?q=${typed}`, `/-/tags?q=${typed}`]),
    ...[
      `/changelog/${things.announcements.withdrawn}`,
      `/changelog/${things.announcements.withdrawn}/history`,
    ],
    `/live?topic=${open.problem.number}`,
    ...posts.topics.map((number) => `/live?topic=${number}`),
    ...["/robots.txt", "/sitemap.xml", "/manifest.webmanifest", "/health", "/metrics", "/__manifest?p=/"],
    ...[`/no-such-page`, "/%00", `/discussions?after=x&area=none&sort=none`, "/t/1e3", "/members/nobody"],
    ...posts.replies.map(({ number, id }) => `/t/${number}/replies/${id}/history?version=1`),
    ...[...posts.topics, ...posts.suggestions].map((number) => `/t/${number}/history?version=1`),
    ...[open.problem, open.wish].flatMap(({ number, slug }) =>
      ["oldest", "newest", "best"].map((sort) => `/t/${number}/${slug}?sort=${sort}`),
    ),
  ];
}
