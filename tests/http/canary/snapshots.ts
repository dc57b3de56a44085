import type { TestSite } from "../../setup/site";
import { ask, dataPath, type Reader } from "./crawling";
import { common, type Open } from "./open";

export type Snapshot = Map<string, string>;

/** All that lists, counts, orders, dates or names what was posted, as these readers are shown it, headers included. */
export async function snapshotOf(
  site: TestSite,
  readers: readonly Reader[],
  addresses: readonly string[],
): Promise<Snapshot> {
  const shown: Snapshot = new Map();
  for (const { name, headers } of readers) {
    for (const path of addresses) {
      const page = await ask(site, path, { ...headers, Accept: "text/html" });
      shown.set(`${path} to ${name}`, plain(page.text));
      if (!page.isPage) continue;
      const data = await ask(site, dataPath(path), headers);
      shown.set(`${dataPath(path)} to ${name}`, plain(data.text));
    }
  }
  return shown;
}

export function differences(before: Snapshot, after: Snapshot): string[] {
  return [...before].filter(([what, text]) => after.get(what) !== text).map(([what]) => what);
}

export function overview({ mei, problem, wish, reply }: Open, { slug }: { slug: string }, poster: string) {
  const [one, other] = [problem, wish].map((topic) => `/t/${topic.number}/${topic.slug}`);
  const feeds = ["all", "official", "suggestions", `area-${slug}`, `topic-${problem.number}`];
  return [
    ...[
      "/",
      "/discussions",
      "/discussions?sort=newest",
      "/discussions?unanswered=1",
      `/discussions?area=${slug}`,
    ],
    ...["/suggestions", "/suggestions?sort=newest", "/roadmap", "/known-issues", "/promises", "/staff"],
    ...["/tags", "/tags/swap", "/-/tags?q=sw", "/moderation/log", "/changelog", "/sitemap.xml"],
    ...[one!, `${one}?sort=newest`, `${one}?sort=best`, other!, `/t/${problem.number}/history`],
    ...[`/t/${problem.number}/replies/${reply.id}/branch`, `/t/${problem.number}/replies/${reply.id}`],
    ...[`/members/${mei.name}`, `/members/${poster}`, `/mentions?q=${poster}&topic=${problem.number}`],
    ...[
      "/search?q=exchange",
      `/search?q=${common}`,
      "/search/suggest?q=exch",
      "/search/similar?q=The+exchange",
    ],
    ...[
      "/me",
      "/me/following",
      "/notifications",
      `/t/${problem.number}/unread`,
      `/suggestions/${wish.number}/voters`,
    ],
    ...feeds.flatMap((name) => [`/feeds/${name}.atom`, `/feeds/${name}.json`]),
  ];
}

/** An answer without what differs between any two of the same page. */
export function plain(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "")
    .replaceAll(/name="draft" value="[^"]*"/g, "")
    .replaceAll(/nonce(="|-)[\w+/=-]+/g, "")
    .replaceAll(/x-request-id: .*/gi, "");
}
