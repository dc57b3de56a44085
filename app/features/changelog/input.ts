import { z } from "zod";
import { BodySchema, NumberSchema, TitleSchema } from "~/features/topics/input";
import { cleanLine } from "~/platform/text/clean-text";
import { countCharacters } from "~/platform/text/count-characters";
import { maxLinkedTopics, maxReleaseCharacters, orderLabels } from "./announcement";
import { readTopicNumbers } from "./topic-numbers";

const longestWordShown = 40;

/** What the form of an announcement sends; `labels` are joined by blanks, as they are echoed when it is refused. */
export const AnnouncementSchema = z.object({
  title: TitleSchema,
  release: z
    .string()
    .default("")
    .transform(cleanLine)
    .refine((text) => countCharacters(text) <= maxReleaseCharacters, {
      message: "release-too-long",
      params: { limit: maxReleaseCharacters },
    }),
  labels: z
    .string()
    .default("")
    .transform((text) => orderLabels(text.split(" "))),
  body: BodySchema,
  topics: z
    .string()
    .max(20_000, "topic-numbers-too-many")
    .default("")
    .transform((text, issues) => {
      const { numbers, unreadable } = readTopicNumbers(text);
      if (unreadable.length > 0) {
        const word = unreadable[0]!.slice(0, longestWordShown);
        issues.addIssue({ code: "custom", message: "topic-number-unreadable", params: { word } });
      }
      if (numbers.length > maxLinkedTopics) {
        issues.addIssue({
          code: "custom",
          message: "topic-numbers-too-many",
          params: { limit: maxLinkedTopics },
        });
      }
      return numbers;
    }),
});

export type AnnouncementInput = z.output<typeof AnnouncementSchema>;

/** The version an editor began from; whoever sends an older one is told what changed meanwhile. */
export const VersionSchema = z.object({ version: NumberSchema });

/** What publishing sends, now or for a day: whether to settle the topics, and what the team says on each of them. */
export const PublicationSchema = z.object({
  version: NumberSchema.catch(0),
  settle: z
    .string()
    .optional()
    .transform((value) => value === "yes"),
  reply: z
    .string()
    .default("")
    .transform((text, issues) => {
      if (text.trim() === "") return "";
      const body = BodySchema.safeParse(text);
      if (body.success) return body.data;
      for (const issue of body.error.issues) issues.addIssue({ ...issue, path: [] });
      return z.NEVER;
    }),
});
