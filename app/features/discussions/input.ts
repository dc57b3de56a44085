import { z } from "zod";
import {
  AttachmentsSchema,
  BodySchema,
  NumberSchema,
  TagsSchema,
  TitleSchema,
} from "~/features/topics/input";
import { type DiscussionKind, discussionKinds, maxBodyCharacters } from "~/features/topics/topic";
import { cleanLine, cleanText } from "~/platform/text/clean-text";
import { countCharacters, countCodePoints } from "~/platform/text/count-characters";
import { closeReasons } from "./discussion";

const maxReasonCharacters = 500;

const Common = {
  title: TitleSchema,
  area: z.string().min(1, "area-required"),
  tags: TagsSchema,
  submission: z.string().default(""),
};

const PartSchema = z
  .string()
  .default("")
  .transform((text) => cleanText(text).trim());

/** What the form of a problem asks. The three parts become one text under headings. */
const ProblemSchema = z
  .object({
    ...Common,
    did: PartSchema.refine((text) => text !== "", "problem-did-empty"),
    happened: PartSchema.refine((text) => text !== "", "problem-happened-empty"),
    want: PartSchema,
  })
  .superRefine(({ did, happened, want }, issues) => {
    // The headings between the parts are short; what they add is left out of the count.
    if (countCodePoints(did + happened + want) <= maxBodyCharacters) return;
    const params = { limit: maxBodyCharacters };
    issues.addIssue({ code: "custom", path: ["happened"], message: "body-too-long", params });
  });

const PlainSchema = z.object({ ...Common, body: BodySchema });

export function schemaFor(kind: DiscussionKind): typeof ProblemSchema | typeof PlainSchema {
  return kind === "problem" ? ProblemSchema : PlainSchema;
}

export interface ProblemParts {
  did: string;
  happened: string;
  want: string;
}

/** The three answers as one markdown text; a part left empty has no heading. */
export function composeProblem(parts: ProblemParts, headings: Record<keyof ProblemParts, string>): string {
  return (["did", "happened", "want"] as const)
    .filter((part) => parts[part] !== "")
    .map((part) => `### ${headings[part]}\n\n${parts[part]}`)
    .join("\n\n");
}

/** A discussion ready to be posted, whatever asked for it: a form, an API. */
export const PostDiscussionSchema = z.object({
  ...Common,
  kind: z.enum(discussionKinds),
  body: BodySchema,
  attachmentIds: AttachmentsSchema,
  tags: z.array(z.string()).default([]),
});
export type PostDiscussionInput = z.output<typeof PostDiscussionSchema>;

export const SolutionSchema = z.object({ replyId: NumberSchema });

/** What staff say a discussion is. Closing asks why. */
export const StatusSchema = z
  .object({
    to: z.string(),
    reason: z.preprocess((value) => value || undefined, z.enum(closeReasons).optional()),
    // "12", "#12" or the address of a topic.
    duplicateOf: z
      .string()
      .default("")
      .transform((typed) => /^\s*#?(\d{1,9})\s*$|\/t\/(\d{1,9})(?:[/?#]|\s*$)/.exec(typed))
      .transform((found) => (found ? Number(found[1] ?? found[2]) : undefined)),
    seen: z.string().optional(),
    text: z
      .string()
      .default("")
      .transform(cleanLine)
      .refine((text) => countCharacters(text) <= maxReasonCharacters, {
        message: "reason-too-long",
        params: { limit: maxReasonCharacters },
      }),
  })
  .refine(({ to, reason }) => to !== "closed" || reason !== undefined, {
    path: ["reason"],
    message: "close-reason-missing",
  });
