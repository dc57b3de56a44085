import { pageMeta } from "~/features/site/page-meta";
import { translator } from "~/platform/i18n/translator";

/** Title of every list of who reacted; members only, so no search engine keeps it. */
export function reactedMeta(args: Parameters<typeof pageMeta>[0]) {
  return pageMeta(args, (locale) => ({
    title: translator(locale, "reactions")("list.title"),
    isIndexed: false,
  }));
}
