import { z } from "zod";
import { isLocale, type Locale, locales } from "~/locales/locales";
import { timeZones } from "~/features/members/profile";
import { cleanLine } from "~/platform/text/clean-text";
import { countCharacters } from "~/platform/text/count-characters";

const longestSiteName = 40;
const longestTagline = 120;

const SiteNameSchema = z
  .string("site-name-length")
  .transform(cleanLine)
  .refine((name) => name !== "" && countCharacters(name) <= longestSiteName, "site-name-length");

const TaglineSchema = z
  .string("tagline-long")
  .transform(cleanLine)
  .refine((text) => countCharacters(text) <= longestTagline, "tagline-long")
  .default("");

const mostUploadMegabytes = 1_000_000;

const UploadMegabytesSchema = z.coerce
  .number("upload-room-range")
  .int("upload-room-range")
  .min(10, "upload-room-range")
  .max(mostUploadMegabytes, "upload-room-range");

const mostReservedWords = 100;
const reservedWordLetters = { latin: 3, other: 2, most: 30 };

/** One word on each line; spaces and marks between letters do not count. */
const ReservedWordsSchema = z
  .string("reserved-words-many")
  .max(10_000, "reserved-words-many")
  .transform((text) => [...new Set(text.split(/\r?\n/).map(cleanLine).filter(Boolean))])
  .refine((words) => words.length <= mostReservedWords, "reserved-words-many")
  .refine((words) => words.every(isReservable), "reserved-word-length");

/** A short word would stand at the end of too many names. */
function isReservable(word: string): boolean {
  const letters = word.replace(/[^\p{L}\p{N}]/gu, "");
  const least = /^[\p{Script=Latin}\p{N}]*$/u.test(letters)
    ? reservedWordLetters.latin
    : reservedWordLetters.other;
  return countCharacters(letters) >= least && countCharacters(word) <= reservedWordLetters.most;
}

/** What the site is called and speaks; shared by first run and the admin page. */
export const SiteSchema = z
  .object({
    siteName: SiteNameSchema,
    "tagline-en": TaglineSchema,
    "tagline-zh-CN": TaglineSchema,
    languages: z.array(z.enum(locales, "invalid")).min(1, "languages-none"),
    defaultLocale: z.enum(locales, "default-language"),
    // Not asked on first run: the site begins with what it came with.
    uploadMegabytes: UploadMegabytesSchema.optional(),
    timeZone: z
      .string("time-zone-unknown")
      .refine((zone) => timeZones().includes(zone), "time-zone-unknown")
      .optional(),
    requiresSecondFactor: z.enum(["yes", "no"], "invalid").optional(),
    reservedWords: ReservedWordsSchema.optional(),
  })
  .refine(({ languages, defaultLocale }) => languages.includes(defaultLocale), {
    message: "default-language",
    path: ["defaultLocale"],
  })
  .transform(
    ({
      siteName,
      languages,
      defaultLocale,
      uploadMegabytes,
      timeZone,
      requiresSecondFactor,
      reservedWords,
      ...taglines
    }) => ({
      name: siteName,
      tagline: { en: taglines["tagline-en"], "zh-CN": taglines["tagline-zh-CN"] },
      languages: locales.filter((locale) => languages.includes(locale)),
      defaultLocale,
      ...(uploadMegabytes === undefined ? {} : { uploadMegabytes }),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(requiresSecondFactor === undefined ? {} : { requiresSecondFactor: requiresSecondFactor === "yes" }),
      ...(reservedWords === undefined ? {} : { reservedWords }),
    }),
  );

export type SiteInput = z.infer<typeof SiteSchema>;

/** The boxes of a form that came back, where one field holds them all. */
export function checkedLanguages(values: Record<string, string>): Locale[] {
  return (values.languages ?? "").split(" ").filter(isLocale);
}
