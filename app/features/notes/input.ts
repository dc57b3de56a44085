import { z } from "zod";
import { cleanText } from "~/platform/text/clean-text";
import { countCodePoints } from "~/platform/text/count-characters";

export const longestNote = 8_000;
const maxUnits = 100_000;

export const NoteSchema = z.object({
  body: z
    .string("body-empty")
    .max(maxUnits, "too-long")
    .transform((typed) => cleanText(typed).trim())
    .refine((typed) => typed !== "", "body-empty")
    .refine((typed) => countCodePoints(typed) <= longestNote, {
      message: "too-long",
      params: { limit: longestNote },
    }),
  submission: z.string().max(100).default(""),
});
