import { z } from "zod";
import { cleanText } from "~/platform/text/clean-text";
import { countCharacters } from "~/platform/text/count-characters";
import { longestSuspensionNote, suspensionLengths, suspensionReasons } from "./suspension";

export const SuspensionSchema = z
  .object({
    length: z.enum(suspensionLengths, "suspension-length"),
    reason: z.enum(suspensionReasons, "suspension-reason"),
    note: z
      .string()
      .max(10_000, "suspension-note")
      .default("")
      .transform((typed) => cleanText(typed).trim())
      .refine((note) => countCharacters(note) <= longestSuspensionNote, "suspension-note"),
    hidePosts: z.string().optional().transform(Boolean),
  })
  .refine(({ reason, note }) => reason !== "other" || note !== "", {
    path: ["note"],
    message: "suspension-note-required",
  });
