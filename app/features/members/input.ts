import { z } from "zod";
import { locales } from "~/locales/locales";
import { cleanLine, cleanText } from "~/platform/text/clean-text";
import { countCharacters, countCodePoints } from "~/platform/text/count-characters";
import { themes } from "~/ui/layouts/theme";
import { longestBio, longestStaffTitle, timeZones } from "./profile";

export const RenameSchema = z.object({ name: z.string("name-length").max(1_000, "name-length") });

export const ProfileSchema = z.object({
  displayName: z.string("display-name-length").max(1_000, "display-name-length"),
  bio: z
    .string("bio-long")
    .transform((text) => cleanText(text).trim())
    .refine((text) => countCodePoints(text) <= longestBio, "bio-long"),
  title: z
    .string("staff-title-long")
    .transform(cleanLine)
    .refine((text) => countCharacters(text) <= longestStaffTitle, "staff-title-long")
    .optional(),
  locale: z.enum(["", ...locales], "invalid").transform((locale) => locale || null),
  theme: z.enum(themes, "invalid"),
  "hide-votes": z.string().optional().transform(Boolean),
  timeZone: z.string("time-zone-unknown").refine((zone) => timeZones().includes(zone), "time-zone-unknown"),
});
export type ProfileInput = z.infer<typeof ProfileSchema>;
