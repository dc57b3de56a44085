import { pageMeta } from "~/features/site/page-meta";
import { translator } from "~/platform/i18n/translator";
import type { MySection } from "./my-section";

/** Titles of a member's own lists, which are nobody else's business. */
export function myMeta(args: Parameters<typeof pageMeta>[0], section: MySection) {
  return pageMeta(args, (locale) => ({
    title: translator(locale, "me")(`section.${section}`),
    isIndexed: false,
  }));
}
