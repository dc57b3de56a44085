import { type Locale, locales } from "~/locales/locales";

export interface SavedReply {
  id: number;
  /** What staff call it among themselves. */
  name: string;
  /** Markdown with variables; empty in a language it is not written in. */
  texts: Record<Locale, string>;
  version: number;
}

/** What may stand in braces, each with what the topic or the site puts there. */
export const variables = ["name", "title", "area", "number", "release", "me"] as const;
export type Variable = (typeof variables)[number];

export const longestSavedName = 60;
export const longestSavedText = 8_000;
export const mostSavedReplies = 100;

/** The text for a topic written in a language, else the one there is. */
export function textIn(texts: Record<Locale, string>, locale: Locale): string {
  return texts[locale] || locales.map((each) => texts[each]).find(Boolean) || "";
}

/** In which language `textIn` finds it: what is put into it is named in the same. */
export function languageOfText(texts: Record<Locale, string>, locale: Locale): Locale {
  return texts[locale] ? locale : (locales.find((each) => texts[each]) ?? locale);
}
