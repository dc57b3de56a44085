import type { SeenText } from "./seen-text";

// Endings of hosts, without those that are endings of files as well (md, sh, py, zip, so, rs).
const endings =
  "com|net|org|info|biz|io|co|app|dev|xyz|top|vip|cc|tv|ai|gg|eu|uk|de|fr|ru|cn|hk|tw|jp|kr|sg|tk|ml|ga|cf|gq|pw|ws|ly|sbs|icu|" +
  "club|site|online|shop|store|click|pro|website|tech|finance|trade|trading|bid|cfd|lol|mom";
// Words that a sentence may begin with where its space was forgotten: only with something before or behind them.
const wordyEndings =
  "me|to|in|us|live|link|fun|space|work|world|today|network|exchange|money|cash|fund|capital|market|markets|wallet|win|loan|support|help|" +
  "center|services|digital|agency|email|chat|social|one|fit|bond|page|land";
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
// Written so that nobody links it and everybody reads it: evil[.]com, evil (dot) com, evil。com, hxxps://…
const dot = "(?:\\.|\\s?[\\[({]\\s?(?:\\.|dot|点)\\s?[\\])}]\\s?|[。｡])";
const writtenDot = new RegExp(dot, "g");
const begin = "(?<![a-z0-9-])";
const end = "(?![a-z0-9-]|\\.[a-z0-9])";
const patterns = [
  new RegExp(
    `${begin}(?:${label}${dot}){1,10}(?:xn--[a-z0-9-]{2,59}|${endings})${end}(?:[:/?#][^\\s]*)?`,
    "g",
  ),
  new RegExp(`${begin}(?:${label}${dot}){2,10}(?:${wordyEndings})${end}(?:[:/?#][^\\s]*)?`, "g"),
  new RegExp(`${begin}${label}${dot}(?:${wordyEndings})${end}[:/?#][^\\s]+`, "g"),
  /\bh(?:xx|tt)ps?\s?:\s?\/\s?\/\s?\S+/g,
];

/** Whatever leads away from the site, linked or only written: each once, in a form in which equal ones are equal. */
export function linksIn({ words, addresses }: SeenText, { ownHost, knownHosts }: OwnHosts): string[] {
  const known = new Set([ownHost, ...knownHosts]);
  const written = patterns.flatMap((pattern) => [...words.matchAll(pattern)].map(([found]) => found));
  const linked = addresses.filter((address) => /^(?:https?:)?\/\//i.test(address));
  const all = [...written, ...linked].map(tidy).filter((link) => !isKnown(hostOf(link), known));
  return [...new Set(all)];
}

export interface OwnHosts {
  /** Host of this site, without a port. */
  ownHost: string;
  knownHosts: readonly string[];
}

function tidy(found: string): string {
  return found
    .toLowerCase()
    .replace(writtenDot, ".")
    .replace(/^h(?:tt|xx)ps?\s?:\s?\/\s?\/\s?|^\/\//, "")
    .replace(/[).,;:!?'"》」』】。，；：！？]+$/, "")
    .replace(/\/$/, "");
}

/** Of "name@host:80/path" the host: what stands before an @ is there to deceive. */
function hostOf(link: string): string {
  const [authority = ""] = link.split(/[/?#\\]/, 1);
  return authority
    .slice(authority.lastIndexOf("@") + 1)
    .replace(/:\d*$/, "")
    .replace(/\.$/, "");
}

/** The host itself or one below it: docs.example.org where example.org is known. */
function isKnown(host: string, known: ReadonlySet<string>): boolean {
  const parts = host.split(".");
  return parts.some((_, from) => known.has(parts.slice(from).join(".")));
}
