import { Cron } from "croner";

interface DigestWish {
  digest: "daily" | "weekly";
  digestHour: number;
  /** 1 is Monday. */
  digestDay: number;
  timeZone: string;
}

/** When the next digest goes, at the member's hour in the member's zone, also across a change of the clocks. */
export function nextDigest({ digest, digestHour, digestDay, timeZone }: DigestWish, after: Date): Date {
  const day = digest === "daily" ? "*" : String(digestDay % 7);
  return new Cron(`0 ${digestHour} * * ${day}`, { timezone: timeZone }).nextRun(after)!;
}
