import { z } from "zod";
import { maxTagCharacters } from "~/features/topics/topic";
import { cleanLine } from "~/platform/text/clean-text";
import { countCharacters } from "~/platform/text/count-characters";
import { slug } from "~/platform/text/slug";

const maxUnits = 1_000;

const NameSchema = z
  .string()
  .max(maxUnits, "tag-name")
  .default("")
  .transform((typed) => cleanLine(typed).replace(/^#+/, "").trim())
  .refine((name) => slug(name) !== "" && !/[,，、;；]/.test(name), "tag-name")
  .refine((name) => countCharacters(name) <= maxTagCharacters, {
    message: "tag-too-long",
    params: { limit: maxTagCharacters },
  });

export const RenameTagSchema = z.object({
  name: NameSchema,
  reserved: z.string().optional().transform(Boolean),
});

/** The tag that takes in another one, by its name. */
export const MergeTagSchema = z.object({ into: NameSchema });
