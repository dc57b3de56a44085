import { z } from "zod";
import { locales } from "~/locales/locales";
import { largestInteger } from "~/platform/db/storable";
import { cleanLine, cleanText } from "~/platform/text/clean-text";
import { countCodePoints } from "~/platform/text/count-characters";
import { longestSavedName, longestSavedText } from "./saved-reply";

const maxUnits = 100_000;

const TextSchema = z
  .string()
  .max(maxUnits, "too-long")
  .default("")
  .transform((typed) => cleanText(typed).trim())
  .refine((typed) => countCodePoints(typed) <= longestSavedText, {
    message: "too-long",
    params: { limit: longestSavedText },
  });

export const SavedReplySchema = z
  .object({
    name: z
      .string("saved-reply-name")
      .max(maxUnits, "saved-reply-name")
      .transform(cleanLine)
      .refine((name) => name !== "" && countCodePoints(name) <= longestSavedName, "saved-reply-name"),
    "text-en": TextSchema,
    "text-zh-CN": TextSchema,
    version: z.coerce.number().int().min(0).max(largestInteger).catch(0),
  })
  .transform(({ name, version, ...texts }) => ({
    ...{ name, version },
    texts: { en: texts["text-en"], "zh-CN": texts["text-zh-CN"] },
  }))
  .refine(({ texts }) => locales.some((locale) => texts[locale] !== ""), {
    path: ["text-en"],
    message: "saved-reply-empty",
  });
export type SavedReplyInput = z.output<typeof SavedReplySchema>;
