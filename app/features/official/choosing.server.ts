import type { Context } from "~/features/members/context";
import { mayReplyOfficially } from "./policy";

const offered = 30;

/** An announcement one may point to from an official reply. */
export interface AnnouncementChoice {
  id: number;
  title: string;
  language: string;
  release: string;
  isDraft: boolean;
}

/** The latest published and begun announcements, for the official form; nothing, and no query, for who has none. */
export async function listAnnouncementChoices(ctx: Context): Promise<AnnouncementChoice[]> {
  if (!mayReplyOfficially(ctx.actor)) return [];
  const rows = await ctx.rows<Omit<AnnouncementChoice, "isDraft"> & { status: string }>(
    `SELECT a."id", a."title", a."language", a."release", a."status" FROM "Announcement" a
     WHERE a."status" <> 'withdrawn' ORDER BY a."id" DESC LIMIT ${offered}`,
  );
  return rows.map(({ status, ...choice }) => ({ ...choice, isDraft: status !== "published" }));
}
