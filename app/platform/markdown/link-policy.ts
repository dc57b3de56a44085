import { maxAddressCharacters } from "./limits";

export interface LinkTarget {
  href: string;
  isOutside: boolean;
}

const allowedProtocols = new Set(["http:", "https:"]);
const ownBase = "https://own-site.invalid";
const ownFile = /^\/files\/[A-Za-z0-9_-]{1,64}(?:\/[a-z]{1,16})?$/;
const mailAddress = /^[^\s@?&/\\<>"']{1,64}@[^\s@?&/\\<>"']{1,255}$/;

/**
 * Where a link may lead: http, https or mailto, or a path of this site. Null for everything else, so that `javascript:`,
 * `data:`, `//evil.example`, `/\evil.example` and `https://google.com@evil.example` are shown as text and never followed.
 */
export function linkTarget(address: string): LinkTarget | null {
  // URL drops tabs and line feeds inside an address, which a reader of the text would not expect.
  if (address.length > maxAddressCharacters || /[\s\p{Cc}\p{Surrogate}]/u.test(address)) return null;
  if (address.startsWith("/")) return ownPath(address);
  if (/^mailto:/i.test(address)) return mailTarget(address);

  const url = parse(address);
  if (!url || !allowedProtocols.has(url.protocol) || !/^https?:\/\//i.test(address)) return null;
  if (url.username !== "" || url.password !== "") return null;
  return { href: url.href, isOutside: true };
}

/** Address of a file of this site; pictures from elsewhere would tell others who reads what. */
export function ownFileAddress(address: string): string | null {
  return ownFile.test(address) ? address : null;
}

function ownPath(address: string): LinkTarget | null {
  const url = parse(address, ownBase);
  if (!url || url.origin !== ownBase || url.username !== "" || url.password !== "") return null;
  const path = url.pathname + url.search + url.hash;
  return path.startsWith("//") ? null : { href: path, isOutside: false };
}

/** Only the recipient: a prepared subject or body would put words into the reader's mouth. */
function mailTarget(address: string): LinkTarget | null {
  const recipient = address.slice("mailto:".length).split("?", 1)[0] ?? "";
  return mailAddress.test(recipient) ? { href: `mailto:${recipient}`, isOutside: true } : null;
}

function parse(address: string, base?: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}
