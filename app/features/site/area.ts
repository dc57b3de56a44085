import { type Locale, locales } from "~/locales/locales";

/** Where a topic belongs. Named in each language; the slug never changes, because addresses and feeds carry it. */
export interface Area {
  id: number;
  slug: string;
  names: Record<Locale, string>;
  descriptions: Record<Locale, string>;
  position: number;
  /** Takes no new topics and is left out of choices; its topics stay where they are. */
  isArchived: boolean;
}

/** More would help nobody to choose. An import may bring more; then none is added by hand. */
export const mostAreas = 60;

export function areaName(area: Pick<Area, "slug" | "names">, locale: Locale): string {
  return inLanguage(area.names, locale) || area.slug;
}

// A name that is missing in one language is better shown in another than not at all.
function inLanguage(texts: Partial<Record<Locale, string>>, locale: Locale): string {
  return texts[locale] || locales.map((each) => texts[each]).find(Boolean) || "";
}
