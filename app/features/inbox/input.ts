import { z } from "zod";
import { NumberSchema } from "~/features/topics/input";

const longestName = 100;

export const ClaimSchema = z.object({
  from: z.preprocess((value) => value || undefined, NumberSchema.optional()),
});

export const OwnerSchema = z.object({
  name: z
    .string()
    .max(longestName)
    .default("")
    .transform((name) => name || null),
});
