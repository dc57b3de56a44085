import type { Row } from "~/routes";
import type { TestSite } from "../../setup/site";

export interface Reader {
  name: string;
  headers: Record<string, string>;
}

/** Everything one answer says: its body, what stands in its headers, and the address it came from. */
export interface Answer {
  channel: string;
  path: string;
  status: number;
  text: string;
}

type Say = (answer: Answer) => void;

// Orders, filters and pages of one list show the same things; a few of them are enough.
const mostOfOnePath = 4;

/** Asks for these addresses as pages and as data, and for all that their pages lead to. */
export async function crawl(
  site: TestSite,
  { headers }: Reader,
  { from, rows, say }: { from: readonly string[]; rows: readonly Row[]; say: Say },
): Promise<void> {
  const channelOf = channelsOf(rows);
  const waiting = [...new Set(from)];
  const seen = new Set(waiting);
  const ofOnePath = new Map<string, number>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const channel = channelOf(path);
    const page = await ask(site, path, { ...headers, Accept: "text/html" });
    say({ ...page, channel: `page ${channel}` });
    for (const link of linksIn(page.text)) {
      if (seen.has(link)) continue;
      const [address = ""] = link.split("?");
      const count = (ofOnePath.get(address) ?? 0) + 1;
      ofOnePath.set(address, count);
      if (count > mostOfOnePath) continue;
      seen.add(link);
      waiting.push(link);
    }
    if (page.isPage) say({ ...(await ask(site, dataPath(path), headers)), channel: `data ${channel}` });
  }
}

export async function ask(
  site: TestSite,
  path: string,
  headers: Record<string, string>,
): Promise<Omit<Answer, "channel"> & { isPage: boolean }> {
  const answer = await site.get(path, { headers });
  const type = answer.headers.get("content-type") ?? "";
  const isStream = type.startsWith("text/event-stream");
  if (isStream) await answer.body?.cancel();
  const body = isStream ? "" : Buffer.from(await answer.arrayBuffer()).toString("latin1");
  const said = [...answer.headers].map(([name, value]) => `${name}: ${decoded(value)}`).join("\n");
  return {
    ...{ path, status: answer.status, text: withoutAsked(`${said}\n\n${body}`, path) },
    isPage: type.startsWith("text/html"),
  };
}

/** The address somebody asked for tells them nothing, wherever an answer repeats it. */
function withoutAsked(text: string, path: string): string {
  const asked = path.replace(/\.data(?=\?|$)/, "");
  return [asked, encodeURIComponent(asked)].reduce((rest, address) => rest.replaceAll(address, ""), text);
}

export function dataPath(path: string): string {
  return path === "/" ? "/_root.data" : path.replace(/(\?|$)/, ".data$1");
}

function linksIn(html: string): string[] {
  const found: string[] = [];
  for (const [, value = ""] of html.matchAll(/\s(?:href|src|action|data-[a-z-]+|content)="([^"]*)"/g)) {
    const address = value.replaceAll("&amp;", "&").replace(/^http:\/\/hearback\.test(?=\/)/, "");
    if (!address.startsWith("/") || address.startsWith("//") || address.startsWith("/assets/")) continue;
    found.push(address.split("#")[0]!);
  }
  return found;
}

/** The row of the table of URLs an address belongs to. */
function channelsOf(rows: readonly Row[]): (path: string) => string {
  const patterns = rows
    .filter(({ path }) => path !== undefined && path !== "*")
    .map(({ path = "" }) => {
      const source = path
        .replaceAll(".", "\\.")
        .replace("/:slug?", "(?:/[^/]*)?")
        .replaceAll(/:\w+/g, "[^/]+");
      return [path, new RegExp(`^/${source}$`)] as const;
    });
  return (path) => {
    const [address = ""] = path.split("?");
    return patterns.find(([, pattern]) => pattern.test(address))?.[0] ?? "others";
  };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
