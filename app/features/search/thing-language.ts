import type { SearchLanguage } from "~/platform/search-engine/port";

/** The language of a stored text as the index names it. */
export function languageOf(stored: string): SearchLanguage {
  return stored.toLowerCase().startsWith("zh") ? "zh" : "en";
}
