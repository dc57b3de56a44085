import { z } from "zod";
import { AttachmentsSchema, BodySchema, NumberSchema, TitleSchema } from "~/features/topics/input";
import { cleanText } from "~/platform/text/clean-text";
import { countCodePoints } from "~/platform/text/count-characters";
import { decidableStatuses, declineReasons } from "./suggestion";
import { voterAudiences } from "./voters";

export const maxDecisionCharacters = 1_000;

export const VoteSchema = z.object({ number: NumberSchema });
export type VoteInput = z.output<typeof VoteSchema>;

/** "Why?" may stay empty; what stands there is a body like any other. */
const WhySchema = z
  .string()
  .default("")
  .transform((body, issues) => {
    if (cleanText(body).trim() === "") return "";
    const parsed = BodySchema.safeParse(body);
    if (parsed.success) return parsed.data;
    for (const { message, ...issue } of parsed.error.issues) {
      const params = "params" in issue ? issue.params : undefined;
      issues.addIssue({ code: "custom", message, params });
    }
    return z.NEVER;
  });

export const PostSuggestionSchema = z.object({
  title: TitleSchema,
  body: WhySchema,
  /** Slug of the area it belongs to. */
  area: z.string("area-required").min(1, "area-required").max(200, "area-required"),
  attachmentIds: AttachmentsSchema,
  submission: z.string().default(""),
});
export type PostSuggestionInput = z.output<typeof PostSuggestionSchema>;

/** A decision. Declining needs both why, as a word, and what to tell the people who asked. */
export const StatusSchema = z
  .object({
    to: z.enum(decidableStatuses, "status-required"),
    reason: z.enum(declineReasons).optional().catch(undefined),
    text: z
      .string()
      .default("")
      .transform((text) => cleanText(text).trim()),
  })
  .superRefine(({ to, reason, text }, issues) => {
    const refuse = (field: string, message: string, params?: Record<string, number>) =>
      issues.addIssue({ code: "custom", path: [field], message, ...(params && { params }) });
    if (to === "declined" && !reason) refuse("reason", "decline-reason-required");
    if (to === "declined" && text === "") refuse("text", "decline-text-required");
    if (countCodePoints(text) > maxDecisionCharacters) {
      refuse("text", "decision-too-long", { limit: maxDecisionCharacters });
    }
  })
  .transform(({ to, reason, text }) => ({
    to,
    text: text || undefined,
    // The word belongs to declining: left behind in the form, it would give a plan a reason not to be made.
    reason: to === "declined" ? reason : undefined,
  }));
export type StatusInput = z.output<typeof StatusSchema>;

export const MergeSchema = z.object({ into: NumberSchema });

export const VoterSchema = z.object({
  member: z.string("voter-required").trim().min(1, "voter-required").max(100, "voter-unknown"),
});

export const VotingRulesSchema = z
  .object({
    votersSeenBy: z.enum(voterAudiences, "invalid"),
    countsUnverified: z.string().optional(),
  })
  .transform(({ votersSeenBy, countsUnverified }) => ({
    votersSeenBy,
    countsUnverified: countsUnverified !== undefined,
  }));
export type VotingRulesInput = z.output<typeof VotingRulesSchema>;
