import type { Locale } from "~/locales/locales";
import type { Hue } from "~/ui/primitives/tone";

/** What a site changed about a status: how it is called, per language ("" keeps ours), and its colour (null keeps ours). */
// A type, because it is kept as JSON, which an interface is no part of.
export type StatusChange = {
  names: Partial<Record<Locale, string>>;
  hue: Hue | null;
};

/** By the status of a suggestion. */
export type StatusChanges = Readonly<Record<string, StatusChange>>;
