import { z } from "zod";
import { isAttachmentId, maxAttachments } from "~/features/attachments/attachment";
import { largestInteger } from "~/platform/db/storable";
import { cleanLine, cleanText } from "~/platform/text/clean-text";
import { countCharacters, countCodePoints } from "~/platform/text/count-characters";
import { slug } from "~/platform/text/slug";
import { UtcTimeSchema } from "~/platform/http/utc-time";
import { followLevels } from "./follow-level";
import { maxPinPosition, pinScopes } from "./pin";
import {
  maxBodyCharacters,
  maxTagCharacters,
  maxTags,
  maxTitleCharacters,
  minTitleCharacters,
} from "./topic";

/** Far more than any title: longer ones are refused before their characters are counted one by one. */
const maxTitleUnits = 10_000;

/** One line of 5 to 120 characters as people count them. Clean when it is through. */
export const TitleSchema = z
  .string()
  .default("")
  .transform((title, issues) => {
    if (title.length > maxTitleUnits) return refuse("title-too-long", maxTitleCharacters);
    const line = cleanLine(title);
    const length = countCharacters(line);
    if (length < minTitleCharacters) return refuse("title-too-short", minTitleCharacters);
    if (length > maxTitleCharacters) return refuse("title-too-long", maxTitleCharacters);
    return line;

    function refuse(message: string, limit: number) {
      issues.addIssue({ code: "custom", message, params: { limit } });
      return z.NEVER;
    }
  });

/** Markdown of up to 64,000 characters. Clean when it is through; white space within it stays. */
export const BodySchema = z
  .string()
  .default("")
  .transform((body, issues) => {
    const text = cleanText(body).trimEnd();
    if (text.trim() === "") issues.addIssue({ code: "custom", message: "body-empty" });
    else if (countCodePoints(text) > maxBodyCharacters) {
      issues.addIssue({ code: "custom", message: "body-too-long", params: { limit: maxBodyCharacters } });
    }
    return text;
  });

/** Ids of uploads, as `readPost` gives them. */
export const AttachmentsSchema = z.array(z.string().refine(isAttachmentId)).max(maxAttachments).default([]);

/** Tags as people write them: parted by commas, each once. */
export const TagsSchema = z
  .string()
  .max(2_000, "tags-too-many")
  .default("")
  .transform((text, issues) => {
    const bySlug = new Map<string, string>();
    for (const part of text.split(/[,，、;；\n]/)) {
      const name = cleanLine(part).replace(/^#+/, "").trim();
      if (countCharacters(name) > maxTagCharacters) {
        issues.addIssue({ code: "custom", message: "tag-too-long", params: { limit: maxTagCharacters } });
      }
      if (slug(name) && !bySlug.has(slug(name))) bySlug.set(slug(name), name);
    }
    if (bySlug.size > maxTags) {
      issues.addIssue({ code: "custom", message: "tags-too-many", params: { limit: maxTags } });
    }
    return [...bySlug.values()];
  });

const maxReasonCharacters = 500;

/** An id or public number out of an address or a hidden field. */
export const NumberSchema = z.coerce.number().int().min(1).max(largestInteger);

export const ReplySchema = z.object({
  body: BodySchema,
  // An empty field is what a plain form sends for "none".
  "reply-to": z.preprocess((value) => value || undefined, NumberSchema.optional()),
  submission: z.string().default(""),
});

/** The version an editor began from; whoever sends an older one is shown what changed meanwhile. */
export const EditSchema = z.object({ body: BodySchema, version: NumberSchema });
export const EditTopicSchema = EditSchema.extend({ title: TitleSchema });

const ReasonSchema = z
  .string()
  .default("")
  .transform(cleanLine)
  .refine((text) => countCharacters(text) <= maxReasonCharacters, {
    message: "reason-too-long",
    params: { limit: maxReasonCharacters },
  });

/** Why staff end a conversation: one sentence everybody reads. */
export const LockSchema = z.object({
  reason: ReasonSchema.refine((text) => text !== "", "lock-reason-missing"),
});

export const MoveSchema = z.object({
  area: z.string().default(""),
  seen: z.string().optional(),
  text: ReasonSchema,
});

/** Where a topic is pinned, at which place, until when (UTC). */
export const PinSchema = z.object({
  scope: z.enum(pinScopes, "pin-scope-missing"),
  position: z.preprocess(
    (value) => value || 0,
    z.coerce
      .number("pin-position")
      .int("pin-position")
      .min(0, "pin-position")
      .max(maxPinPosition, "pin-position"),
  ),
  endsAt: UtcTimeSchema,
  seen: z.string().optional(),
});

/** Without a level, following is what the button says. */
export const FollowSchema = z.object({ level: z.enum(followLevels).default("following") });
export const AreaFollowSchema = z.object({
  level: z.enum(["", ...followLevels]).transform((level) => level || null),
});

const mostFollowsAtOnce = 100;
export const FollowsSchema = z.object({
  numbers: z.array(NumberSchema).max(mostFollowsAtOnce),
  level: z.enum(followLevels),
});

const maxNoteCharacters = 500;
export const BookmarkNoteSchema = z.object({
  note: z
    .string()
    .default("")
    .transform((note) => cleanText(note).trim())
    .refine((note) => countCodePoints(note) <= maxNoteCharacters, {
      message: "too-long",
      params: { limit: maxNoteCharacters },
    }),
});
