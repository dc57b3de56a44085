import { z } from "zod";
import { type Channel, choicesOf, type NoticeType } from "./notice";
import type { NoticeSettings } from "./settings.server";

export function choiceField(type: NoticeType, channel: Channel): string {
  return `${type}.${channel}`;
}

export const DigestSchema = z.object({
  digest: z.enum(["daily", "weekly"], "invalid"),
  digestHour: z.coerce.number("invalid").int("invalid").min(0, "invalid").max(23, "invalid"),
  digestDay: z.coerce.number("invalid").int("invalid").min(1, "invalid").max(7, "invalid"),
});

/** The whole form, which had these types in it: a box that is not ticked is not sent. */
export function readSettingsForm(
  values: Record<string, string>,
  digest: z.infer<typeof DigestSchema>,
  types: readonly NoticeType[],
): NoticeSettings {
  return {
    ...digest,
    isMailMuted: values.isMailMuted === "on",
    choices: choicesOf(types, (type, channel) => values[choiceField(type, channel)] === "on"),
  };
}
