import { z } from "zod";
import { isDeclineReason } from "~/features/suggestions/suggestion";
import { BodySchema, NumberSchema } from "~/features/topics/input";
import { readCalendarDay } from "~/platform/clock/calendar-day";
import { cleanLine } from "~/platform/text/clean-text";
import { maxReasonCharacters, minReasonCharacters } from "~/features/audit/entry";
import { editTellings } from "~/features/topics/edit-telling";
import { countCharacters } from "~/platform/text/count-characters";
import { isOfficialType, maxLinkedAnnouncements } from "./official-reply";
import { maxPromiseCharacters, type PromiseAct, promiseChanges } from "./promise-act";

const maxUnits = 10_000;
const Optional = z.preprocess((value) => value || undefined, z.string().optional());

const LineSchema = z
  .string()
  .max(maxUnits, "too-long")
  .default("")
  .transform(cleanLine)
  .refine((text) => countCharacters(text) <= maxPromiseCharacters, {
    message: "too-long",
    params: { limit: maxPromiseCharacters },
  });

const QuietReasonSchema = z
  .string()
  .max(maxUnits, "too-long")
  .default("")
  .transform(cleanLine)
  .refine((text) => countCharacters(text) <= maxReasonCharacters, {
    message: "too-long",
    params: { limit: maxReasonCharacters },
  });

const DaySchema = z
  .string()
  .default("")
  .transform((typed, issues) => {
    const day = typed.trim() === "" ? null : readCalendarDay(typed.trim());
    if (day === null && typed.trim() !== "") issues.addIssue({ code: "custom", message: "promise-day" });
    return day;
  });

/** What the official form of a topic sends; whether type and status suit the topic is asked where the topic is known. */
export const OfficialReplySchema = z
  .object({
    body: BodySchema,
    type: z.string().default("").refine(isOfficialType, "official-type-missing"),
    status: Optional,
    reason: Optional.refine(
      (reason) => reason === undefined || isDeclineReason(reason),
      "decline-reason-required",
    ),
    "reply-to": z.preprocess((value) => value || undefined, NumberSchema.optional()),
    announcements: z.array(NumberSchema).max(maxLinkedAnnouncements, "announcements-too-many").default([]),
    promise: LineSchema,
    // Names the promise that stood when the form was shown; without it, the form makes a new one.
    "promise-id": z.preprocess((value) => value || undefined, NumberSchema.optional()),
    "promise-act": z.enum(["", ...promiseChanges], "invalid").default(""),
    "promise-due": DaySchema,
    "promise-reason": LineSchema,
    quiet: z.string().optional().transform(Boolean),
    "quiet-reason": QuietReasonSchema,
    submission: z.string().default(""),
  })
  .superRefine(({ status, reason }, issues) => {
    if (status !== "declined" || reason) return;
    issues.addIssue({ code: "custom", path: ["reason"], message: "decline-reason-required" });
  })
  .superRefine((typed, issues) => askForReason(typed.quiet, typed["quiet-reason"], issues))
  .superRefine((typed, issues) => {
    const missing = (field: string, message: string) =>
      issues.addIssue({ code: "custom", path: [field], message });
    if (typed["promise-id"] === undefined) {
      if (typed["promise-due"] && !typed.promise) missing("promise", "promise-text-missing");
    } else if (typed["promise-act"] === "move" && !typed["promise-due"]) {
      missing("promise-due", "promise-day-missing");
    } else if (typed["promise-act"] === "withdraw" && !typed["promise-reason"]) {
      missing("promise-reason", "promise-reason-missing");
    }
  })
  .transform((typed) => ({ ...typed, promiseAct: promiseActOf(typed) }));

function promiseActOf(typed: {
  promise: string;
  "promise-id"?: number;
  "promise-act": "" | (typeof promiseChanges)[number];
  "promise-due": string | null;
  "promise-reason": string;
}): PromiseAct | null {
  const promiseId = typed["promise-id"];
  const dueOn = typed["promise-due"];
  if (promiseId === undefined) return typed.promise ? { kind: "make", text: typed.promise, dueOn } : null;
  switch (typed["promise-act"]) {
    case "":
      return null;
    case "move":
      return dueOn === null ? null : { kind: "move", promiseId, dueOn };
    case "keep":
      return { kind: "keep", promiseId };
    case "withdraw":
      return { kind: "withdraw", promiseId, reason: typed["promise-reason"] };
  }
}

/** How an edit of an official reply reaches people; with every other edit it is nothing and asks for nothing. */
export const OfficialEditSchema = z
  .object({
    telling: z.enum(editTellings, "invalid").default("told"),
    "quiet-reason": QuietReasonSchema,
  })
  .superRefine((typed, issues) => askForReason(typed.telling === "quiet", typed["quiet-reason"], issues))
  .transform((typed) => ({ telling: typed.telling, reason: typed["quiet-reason"] }));

function askForReason(
  isQuiet: boolean,
  reason: string,
  issues: { addIssue(issue: { code: "custom"; path: string[]; message: string; params: object }): void },
): void {
  if (!isQuiet || countCharacters(reason) >= minReasonCharacters) return;
  issues.addIssue({
    code: "custom",
    path: ["quiet-reason"],
    message: "quiet-reason-short",
    params: { limit: minReasonCharacters },
  });
}
