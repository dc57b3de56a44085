import type { StatusChange } from "~/features/site/status-change";
import { type Locale, locales } from "~/locales/locales";
import type { FormErrors } from "~/platform/http/form-errors";
import type { Parsed } from "~/platform/http/parse-form";
import { cleanLine } from "~/platform/text/clean-text";
import { countCharacters } from "~/platform/text/count-characters";
import { isHue } from "~/ui/primitives/tone";
import { type SuggestionStatus, suggestionStatuses } from "./suggestion";

const longestStatusName = 24;

/** Name of a field of the admin page: the name of a status in a language, or its colour. */
export function statusField(status: SuggestionStatus, part: Locale | "hue"): string {
  return `${status}-${part}`;
}

/** What the fields show before anybody changed them. */
export function statusValues(changes: Readonly<Record<string, StatusChange>>): Record<string, string> {
  return Object.fromEntries(
    suggestionStatuses.flatMap((status): [string, string][] => [
      ...locales.map((locale): [string, string] => [
        statusField(status, locale),
        changes[status]?.names[locale] ?? "",
      ]),
      [statusField(status, "hue"), changes[status]?.hue ?? ""],
    ]),
  );
}

/** Reads the form back. An empty name and no colour leave a status as it comes; two statuses may not share a name. */
export function readStatuses(values: Record<string, string>): Parsed<Record<string, StatusChange>> {
  const errors: FormErrors = { fields: {} };
  const changes: Record<string, StatusChange> = {};
  const taken = new Set<string>();
  for (const status of suggestionStatuses) {
    const names: StatusChange["names"] = {};
    for (const locale of locales) {
      const field = statusField(status, locale);
      const name = cleanLine((values[field] ?? "").slice(0, 1_000));
      if (name === "") continue;
      if (countCharacters(name) > longestStatusName) errors.fields[field] = { id: "status-name-long" };
      const key = `${locale} ${name.toLowerCase()}`;
      if (taken.has(key)) errors.fields[field] = { id: "status-name-taken" };
      taken.add(key);
      names[locale] = name;
    }
    const hue = values[statusField(status, "hue")];
    const change = { names, hue: isHue(hue) ? hue : null };
    if (change.hue || Object.keys(names).length > 0) changes[status] = change;
  }
  return Object.keys(errors.fields).length > 0 ? { ok: false, errors } : { ok: true, value: changes };
}
