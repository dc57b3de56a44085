import type { Context } from "~/features/members/context";
import { asBoolean } from "~/platform/db/columns";
import { excerpt } from "~/platform/text/excerpt";
import { textFromMarkdown } from "~/platform/text/plain-text";
import { askedSql } from "./audience.server";
import { followLevelSql } from "./follow-sql";
import { noticeColumns, noticeOf, type NoticeRow } from "./reading.server";
import { isTold, shownFrom } from "./shown-notices";
import { standingModeration } from "./standing-moderation.server";

const quoteCharacters = 400;
// Enough source for the quotation, so that no mail carries whole texts.
const sourceCharacters = 2_000;

/** A notice as mails tell it: what still stands at this moment, with what may be quoted to this member. */
export interface MailedNotice extends NoticeRow {
  memberId: number;
  /** Follows the topic, and so may read words of others from it in a mail. */
  isFollowing: boolean;
  level: string | null;
  isAffected: boolean;
  /** Is to see to the topic. */
  isOwner: boolean;
  text: string;
  textLanguage: string;
  isOfficial: boolean;
  /** Of an announcement: what this member asked for and it answers. */
  askedFor: AskedTopic[];
}

export interface AskedTopic {
  id: number;
  number: number;
  slug: string;
  title: string;
  language: string;
}

/**
 * Notices that may be told now, in order. Left out is what was held, hidden, deleted or withdrawn since, whatever the
 * member muted or no longer follows, and what they have read on the site meanwhile.
 */
export async function readTellable(
  ctx: Context,
  which: { sql: string; params: (number | Date)[] },
): Promise<MailedNotice[]> {
  const rows = await ctx.rows<Record<string, unknown>>(
    `SELECT ${noticeColumns}, n."memberId", ${followLevelSql("n")} AS "level", a."id" AS "announcementId",
       substr(r."body", 1, ${sourceCharacters}) AS "body", r."language" AS "bodyLanguage", r."isOfficial",
       CASE WHEN n."type" = 'known-issue-solved' THEN t."authorId" = n."memberId" OR EXISTS (SELECT 1
         FROM "Affected" f WHERE f."topicId" = n."topicId" AND f."memberId" = n."memberId") ELSE FALSE END AS "isAffected",
       CASE WHEN n."type" = 'assigned' THEN EXISTS (SELECT 1 FROM "TopicOwner" w
         WHERE w."topicId" = n."topicId" AND w."memberId" = n."memberId") ELSE FALSE END AS "isOwner"
     FROM ${shownFrom} LEFT JOIN "Member" m ON m."id" = n."actorId"
     WHERE ${which.sql} AND n."readAt" IS NULL AND ${isTold} ORDER BY n."id"`,
    which.params,
  );
  const standing = rows.filter(({ level, type }) => level !== "muted" || type === "assigned").map(mailedOf);
  await addAskedTopics(ctx, rows, standing);
  const isDecided = await standingModeration(ctx, standing);
  return standing.filter((notice) =>
    notice.type === "moderation" || notice.type === "report" ? isDecided(notice) : stillConcerns(notice),
  );
}

/** The reason for telling them holds at this moment. */
function stillConcerns(notice: MailedNotice): boolean {
  switch (notice.type) {
    case "reply":
      return notice.level === "following";
    case "official":
    case "status":
    case "merged":
      return notice.isFollowing;
    case "solution":
      return notice.isFollowing || Boolean(notice.data.own);
    case "announcement":
      return notice.askedFor.length > 0;
    case "known-issue-solved":
      return notice.isAffected;
    case "assigned":
      return notice.isOwner;
    case "mention":
    case "vote-on-behalf":
    case "moderation":
    case "report":
    case "copy":
      return true;
  }
}

async function addAskedTopics(
  ctx: Context,
  rows: readonly Record<string, unknown>[],
  notices: readonly MailedNotice[],
): Promise<void> {
  const byAnnouncement = new Map<number, MailedNotice[]>();
  for (const notice of notices) {
    if (notice.type !== "announcement") continue;
    const id = Number(rows.find((row) => Number(row.id) === notice.id)!.announcementId);
    byAnnouncement.set(id, [...(byAnnouncement.get(id) ?? []), notice]);
  }
  for (const [announcementId, told] of byAnnouncement) {
    const memberIds = told.map(({ memberId }) => memberId);
    const whose = `q."memberId" IN (${memberIds.map(() => "?").join(", ")})`;
    const asked = askedSql(announcementId, whose, memberIds);
    const topics = await ctx.rows<AskedTopic & { memberId: number }>(
      `SELECT k."memberId", t."id", t."number", t."slug", t."title", t."language"
       FROM (${asked.sql}) k JOIN "Topic" t ON t."id" = k."topicId" ORDER BY t."id"`,
      asked.params,
    );
    for (const notice of told)
      notice.askedFor = topics.filter(({ memberId }) => memberId === notice.memberId);
  }
}

function mailedOf(row: Record<string, unknown>): MailedNotice {
  const { body, bodyLanguage } = row as { body: string | null; bodyLanguage: string | null };
  return {
    ...noticeOf(row),
    memberId: Number(row.memberId),
    isFollowing: row.level === "following" || row.level === "official",
    level: row.level as string | null,
    isAffected: asBoolean(row.isAffected),
    isOwner: asBoolean(row.isOwner),
    text: body ? excerpt(textFromMarkdown(body), quoteCharacters) : "",
    textLanguage: bodyLanguage ?? "en",
    isOfficial: asBoolean(row.isOfficial),
    askedFor: [],
  };
}
