import type { MetaDescriptor } from "@remix-run/react";
import type { Locale } from "~/locales/locales";
import { translator } from "~/platform/i18n/translator";
import { rootDataOf } from "./root-data";

export interface PageWords {
  title: string;
  description?: string;
  /** False for pages that are nobody's business but the reader's. */
  isIndexed?: boolean;
}

/** Title and description of a page, in its language: `export const meta: MetaFunction = (args) => pageMeta(args, ...)`. */
export function pageMeta(
  { matches }: { matches: readonly { id: string; data: unknown }[] },
  write: (locale: Locale) => PageWords,
): MetaDescriptor[] {
  const { locale, site } = rootDataOf(matches);
  const { title, description, isIndexed = true } = write(locale);
  const t = translator(locale, "site");
  return [
    { title: t("title", { page: title, site: site.name }) },
    ...(description ? [{ name: "description", content: description }] : []),
    ...(isIndexed ? [] : [{ name: "robots", content: "noindex" }]),
  ];
}
