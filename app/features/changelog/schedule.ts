import { days } from "~/platform/clock/clock";

/** How far ahead an entry may be planned. */
export const longestScheduleMs = days(366);

/** Why an entry did not go out when it was due. */
export type ScheduleFailure = "not-allowed";

/** The columns of an entry that waits for no day. */
export const notScheduled = {
  scheduledFor: null,
  scheduledZone: "",
  scheduledById: null,
  scheduledSettle: false,
  scheduledReply: "",
  scheduleFailure: "",
};

/** What an entry becomes when its day is taken back. */
export function unscheduledStatus({ publishedAt }: { publishedAt: Date | null }): "draft" | "withdrawn" {
  return publishedAt ? "withdrawn" : "draft";
}
