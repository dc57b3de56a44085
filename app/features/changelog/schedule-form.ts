import { z } from "zod";
import { timeZones } from "~/features/members/profile";
import { instantOf, wallTimeOf } from "~/platform/clock/zoned-time";
import { PublicationSchema } from "./input";

/** What the page that plans a publication sends: a time on a clock of some zone, which is an instant when it is through. */
export const ScheduleSchema = PublicationSchema.extend({
  date: z.string().max(20, "schedule-time").default(""),
  time: z.string().max(20, "schedule-time").default(""),
  zone: z.string("time-zone-unknown").refine((zone) => timeZones().includes(zone), "time-zone-unknown"),
}).transform(({ date, time, zone, ...publication }, issues) => {
  const meant = instantOf({ date, time }, zone);
  if (meant?.comes === "once" || meant?.comes === "twice") return { ...publication, zone, at: meant.at };
  if (!meant) issues.addIssue({ code: "custom", path: ["date"], message: "schedule-time" });
  else {
    const next = wallTimeOf(meant.at, zone);
    issues.addIssue({
      code: "custom",
      path: ["time"],
      message: "schedule-gap",
      params: { time, zone: zone.replaceAll("_", " "), next: `${next.date} ${next.time}` },
    });
  }
  return z.NEVER;
});
