import { type Area, mostAreas } from "~/features/site/area";
import {
  type AreaPresetName,
  areaPresetNames,
  areaPresets,
  type AreaDraft,
} from "~/features/site/area-presets";
import type { AreaChange } from "~/features/site/areas.server";
import { type Locale, locales } from "~/locales/locales";
import type { FormErrors } from "~/platform/http/form-errors";
import type { Parsed } from "~/platform/http/parse-form";
import { cleanLine } from "~/platform/text/clean-text";
import { countCharacters } from "~/platform/text/count-characters";

// One form holds all areas. Each has a key of its own, which stands before the names of its fields.

const longestAreaName = 40;
const longestAreaDescription = 160;
export const newAreaKey = "new";
// An import may bring more than may be added; whoever sends more than this made the form up.
const mostRows = 10 * mostAreas;

export type AreaPart = "position" | "archived" | `name-${Locale}` | `about-${Locale}`;

export function areaField(key: string, part: AreaPart): string {
  return `${key}-${part}`;
}

/** What the fields of an area show before anybody changed them. */
export function areaValues(
  area: Pick<Area, "names" | "descriptions"> & Partial<Area>,
  key: string,
): Record<string, string> {
  const texts = locales.flatMap((locale): [string, string][] => [
    [areaField(key, `name-${locale}`), area.names[locale]],
    [areaField(key, `about-${locale}`), area.descriptions[locale]],
  ]);
  return {
    ...Object.fromEntries(texts),
    [areaField(key, "position")]: String((area.position ?? 0) + 1),
    ...(area.isArchived && { [areaField(key, "archived")]: "on" }),
  };
}

/** Reads the admin page's form back, in the order of the positions typed. `keys` are ids of areas, or "new". */
export function readAreas(values: Record<string, string>, keys: readonly string[]): Parsed<AreaChange[]> {
  const errors: FormErrors = { fields: {} };
  const rows = keys
    .slice(0, mostRows)
    .filter((key) => /^\d{1,9}$/.test(key) || (key === newAreaKey && hasWords(values, key)));
  const areas = rows.map((key) => {
    const texts = readTexts(values, key, errors);
    const position = Number(values[areaField(key, "position")]) || mostRows;
    const isArchived = areaField(key, "archived") in values;
    return { position, area: { ...(key !== newAreaKey && { id: Number(key) }), ...texts, isArchived } };
  });
  if (!areas.some(({ area }) => !area.isArchived)) errors.form = { id: "area-none" };
  if (errors.form || Object.keys(errors.fields).length > 0) return { ok: false, errors };
  return {
    ok: true,
    value: areas.sort((one, other) => one.position - other.position).map(({ area }) => area),
  };
}

export function presetKey(preset: AreaPresetName, slug: string): string {
  return `${preset}-${slug}`;
}

/** The chosen preset of first run, with the names as the admin left them. */
export function readPreset(values: Record<string, string>): Parsed<AreaDraft[]> {
  const preset = areaPresetNames.find((name) => name === values.preset) ?? areaPresetNames[0];
  const errors: FormErrors = { fields: {} };
  const drafts = areaPresets[preset].map(({ slug, names, descriptions }) => {
    const key = presetKey(preset, slug);
    const typed = Object.fromEntries(
      locales.map((locale) => [
        areaField(key, `name-${locale}`),
        values[areaField(key, `name-${locale}`)] ?? names[locale],
      ]),
    );
    return { slug, names: readTexts(typed, key, errors).names, descriptions };
  });
  return Object.keys(errors.fields).length > 0 ? { ok: false, errors } : { ok: true, value: drafts };
}

function readTexts(
  values: Record<string, string>,
  key: string,
  errors: FormErrors,
): Pick<Area, "names" | "descriptions"> {
  const read = (part: AreaPart) => cleanLine((values[areaField(key, part)] ?? "").slice(0, 1_000));
  const names = { en: read("name-en"), "zh-CN": read("name-zh-CN") };
  const descriptions = { en: read("about-en"), "zh-CN": read("about-zh-CN") };
  for (const locale of locales) {
    if (countCharacters(names[locale]) > longestAreaName)
      errors.fields[areaField(key, `name-${locale}`)] = { id: "area-name" };
    if (countCharacters(descriptions[locale]) > longestAreaDescription) {
      errors.fields[areaField(key, `about-${locale}`)] = { id: "area-description" };
    }
  }
  if (!names.en && !names["zh-CN"]) errors.fields[areaField(key, "name-en")] = { id: "area-name" };
  return { names, descriptions };
}

function hasWords(values: Record<string, string>, key: string): boolean {
  return locales.some((locale) => (values[areaField(key, `name-${locale}`)] ?? "").trim() !== "");
}
