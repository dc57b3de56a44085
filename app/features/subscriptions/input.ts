import { z } from "zod";
import { EmailSchema } from "~/features/auth/input";
import { orderLabels } from "~/features/changelog/announcement";
import { locales } from "~/locales/locales";

/** What the form sends; `labels` are joined by blanks, as they are echoed when it is refused. None is all of them. */
export const SubscribeSchema = z.object({
  email: EmailSchema,
  language: z.enum(locales, "invalid"),
  labels: z
    .string()
    .default("")
    .transform((text) => orderLabels(text.slice(0, 200).split(" "))),
});

export type SubscribeInput = z.output<typeof SubscribeSchema>;
