import { z } from "zod";
import { cleanText } from "~/platform/text/clean-text";
import { countCodePoints } from "~/platform/text/count-characters";
import { hideAtRange } from "./weight";
import { flagReasons, maxFlagNoteCharacters } from "./flag";

const maxUnits = 100_000;
export const maxDecisionNoteCharacters = 1_000;
export const maxAppealCharacters = 2_000;

function text(limit: number) {
  return z
    .string()
    .max(maxUnits, { error: "too-long" })
    .default("")
    .transform((typed) => cleanText(typed).trim())
    .refine((typed) => countCodePoints(typed) <= limit, { message: "too-long", params: { limit } });
}

export const FlagSchema = z
  .object({
    reason: z.enum(flagReasons, "flag-reason"),
    note: text(maxFlagNoteCharacters),
  })
  .refine(({ reason, note }) => reason !== "other" || note !== "", {
    path: ["note"],
    message: "flag-note",
  });

export const RemovalSchema = z.object({
  reason: z.enum(flagReasons, "removal-reason"),
  note: text(maxDecisionNoteCharacters),
});

export const DecisionSchema = z
  .object({
    act: z.enum(["keep", "remove"], "decision-act"),
    reason: z.union([z.enum(flagReasons), z.literal("")]).default(""),
    note: text(maxDecisionNoteCharacters),
    version: z.coerce.number().int().min(1).max(2_147_483_647),
  })
  .refine(({ act, reason }) => act === "keep" || reason !== "", {
    path: ["reason"],
    message: "removal-reason",
  });

export const AppealDecisionSchema = z
  .object({
    act: z.enum(["uphold", "refuse"], "decision-act"),
    note: text(maxDecisionNoteCharacters),
  })
  .refine(({ act, note }) => act === "uphold" || note !== "", { path: ["note"], message: "appeal-answer" });

export const AppealSchema = z.object({
  text: text(maxAppealCharacters).refine((typed) => typed !== "", "appeal-empty"),
});

export const RulesSchema = z.object({
  hideAt: z
    .string("hide-at")
    .trim()
    .regex(/^\d{1,4}$/, "hide-at")
    .transform(Number)
    .refine((points) => points >= hideAtRange.min && points <= hideAtRange.max, "hide-at"),
});
export type DecisionInput = z.output<typeof DecisionSchema>;
export type RemovalInput = z.output<typeof RemovalSchema>;
export type AppealDecisionInput = z.output<typeof AppealDecisionSchema>;
