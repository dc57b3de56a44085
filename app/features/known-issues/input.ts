import { z } from "zod";
import { NumberSchema } from "~/features/topics/input";
import { knownIssueStates } from "~/features/topics/known-issue";
import { UtcTimeSchema } from "~/platform/http/utc-time";
import { cleanLine, cleanText } from "~/platform/text/clean-text";
import { countCodePoints } from "~/platform/text/count-characters";

export const limits = { summary: 300, workaround: 4_000, versions: 100, update: 4_000 } as const;
const maxUnits = 100_000;

const line = (limit: number) =>
  z
    .string()
    .max(maxUnits, "too-long")
    .default("")
    .transform(cleanLine)
    .refine((text) => countCodePoints(text) <= limit, { message: "too-long", params: { limit } });

const text = (limit: number) =>
  z
    .string()
    .max(maxUnits, "too-long")
    .default("")
    .transform((typed) => cleanText(typed).trim())
    .refine((typed) => countCodePoints(typed) <= limit, { message: "too-long", params: { limit } });

const StateSchema = z.enum(knownIssueStates, "known-issue-state-missing");

/** What staff say of a problem they know. `version` is that of what they began from; 0 when nothing was said yet. */
export const KnownIssueSchema = z
  .object({
    state: StateSchema,
    summary: line(limits.summary),
    workaround: text(limits.workaround),
    versions: line(limits.versions),
    announcement: z.preprocess((value) => value || undefined, NumberSchema.optional()),
    urgent: z.string().optional().transform(Boolean),
    "next-update": UtcTimeSchema,
    version: z.coerce.number().int().min(0),
  })
  .refine(({ urgent, summary }) => !urgent || summary !== "", {
    path: ["summary"],
    message: "known-issue-summary-missing",
  });
export type KnownIssueInput = z.output<typeof KnownIssueSchema>;

export const UpdateSchema = z.object({
  state: StateSchema,
  body: text(limits.update).refine((typed) => typed !== "", "body-empty"),
  "next-update": UtcTimeSchema,
  submission: z.string().default(""),
});
export type UpdateInput = z.output<typeof UpdateSchema>;

export const FixAnswerSchema = z.object({ solved: z.enum(["yes", "no"]) });
