import type { Locale } from "~/locales/locales";
import { translator } from "~/platform/i18n/translator";

const known = [400, 401, 403, 404, 405, 409, 410, 413, 415, 429, 500, 503] as const;
export type KnownStatus = (typeof known)[number];

/** The status we have words for that comes nearest. */
export function knownStatus(status: number): KnownStatus {
  return known.find((each) => each === status) ?? (status >= 500 ? 500 : 400);
}

export function failureTitle(locale: Locale, status: number): string {
  return translator(locale, "site")(`failure.${knownStatus(status)}.title`);
}
