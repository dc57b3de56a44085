import { type Locale, locales } from "~/locales/locales";
import type { StatusChange } from "./status-change";

export interface SiteSettings {
  name: string;
  tagline: Record<Locale, string>;
  /** Languages offered to readers, in order; never empty. */
  languages: Locale[];
  /** For readers who ask for none of them. */
  defaultLocale: Locale;
  /** Key of the uploaded mark in the file store; null draws the built-in one. */
  markKey: string | null;
  /** What one member may keep in pictures and videos. */
  uploadMegabytes: number;
  /** What was changed about the statuses of suggestions. */
  statuses: Record<string, StatusChange>;
  /** Whether votes of accounts count whose address nobody has confirmed. */
  countsUnverified: boolean;
  /** Who sees by name who votes: everybody, whoever is signed in, or the team alone. */
  votersSeenBy: "public" | "members" | "staff";
  /** Where its days begin and end: what is promised for a day is due at its end there. */
  timeZone: string;
  /** True while the sample community stands on the site. */
  hasSample: boolean;
  /** Whether the team must have a second step to use its rights. */
  requiresSecondFactor: boolean;
  /** Words no name may begin or end with, besides those every site reserves. */
  reservedWords: string[];
  /** False until somebody can administrate the site. */
  isSetUp: boolean;
}

export const emptySite: SiteSettings = {
  name: "Hearback",
  tagline: { en: "", "zh-CN": "" },
  languages: [...locales],
  defaultLocale: "en",
  markKey: null,
  uploadMegabytes: 500,
  statuses: {},
  countsUnverified: true,
  votersSeenBy: "members",
  timeZone: "UTC",
  hasSample: false,
  requiresSecondFactor: true,
  reservedWords: [],
  isSetUp: false,
};
