import { expect } from "@playwright/test";
import type { HearbackProcess } from "../hearback-process";
import { type Person, send } from "./people";

/** A changelog entry that staff wrote and published before the journey begins. */
export async function anAnnouncement(
  site: HearbackProcess,
  staff: Person,
  fields: { title: string; release?: string; body: string },
): Promise<{ path: string }> {
  const drafted = await send(site, "/changelog/new", { ...fields, then: "review" }, staff.session);
  const review = drafted.headers.get("location")!;
  expect(review).toMatch(/\/publication$/);
  const published = await send(site, review, { version: "1" }, staff.session);
  expect(published.status).toBe(303);
  return { path: published.headers.get("location")! };
}
