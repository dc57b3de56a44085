import { z } from "zod";

/** What a control for date and time sends, taken as UTC; the page says so. Empty is none. */
export const UtcTimeSchema = z
  .string()
  .default("")
  .transform((typed, issues) => {
    if (typed === "") return null;
    const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(typed) ? new Date(`${typed}Z`) : null;
    if (at && !Number.isNaN(at.getTime())) return at;
    issues.addIssue({ code: "custom", message: "time-unreadable" });
    return z.NEVER;
  });

/** A time in UTC as such a control takes it. */
export function controlTime(at: Date): string {
  return at.toISOString().slice(0, 16);
}
