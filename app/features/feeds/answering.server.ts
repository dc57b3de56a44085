import type { Context } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { NotFound } from "~/platform/errors";
import { writeAtom } from "./atom";
import { readAuthority } from "./authority.server";
import { buildFeed } from "./building.server";
import { isUnchanged } from "./conditional";
import { mediaTypes } from "./feed";
import { readFeedName } from "./feed-name";
import { writeJsonFeed } from "./json-feed";
import { readVersion } from "./version.server";

/** Short, because what is hidden or deleted must leave readers and proxies soon. */
const freshSeconds = 60;

/**
 * The feed of this address, or word that the reader has it already, which costs one query. The same for everybody, so it
 * may be shared.
 */
export async function answerFeed(ctx: Context, request: Request, file: string): Promise<Response> {
  const asked = readFeedName(file);
  if (!asked) throw new NotFound("feed");
  const { name, format } = asked;
  const [site, authority] = await Promise.all([readSite(ctx), readAuthority(ctx)]);
  const nobody = { ...ctx, actor: null, locale: site.defaultLocale, authority };
  // Read before the feed: what changes in between is sent under the older tag, and fetched again.
  const version = await readVersion(nobody, { name, format, site });
  const headers = {
    "Content-Type": mediaTypes[format],
    "Cache-Control": `public, max-age=${freshSeconds}`,
    ETag: version.etag,
    "Last-Modified": version.lastModified.toUTCString(),
  };
  if (isUnchanged(request.headers, version)) return new Response(null, { status: 304, headers });
  const feed = await buildFeed(nobody, { name, site });
  return new Response(format === "atom" ? writeAtom(feed) : writeJsonFeed(feed), { headers });
}
