import { visibleAnnouncements } from "~/features/changelog/visibility";
import type { Context } from "~/features/members/context";
import { isRole, isStaff } from "~/features/members/role";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import type { Feedback, FeedbackAnswer } from "./answer-feedback";
import type { OfficialType } from "./official-reply";

const lettersShown = 10;

export interface LinkedAnnouncement {
  id: number;
  slug: string;
  title: string;
  language: string;
  release: string;
  /** Null for a draft, which only staff are given. */
  publishedAt: Date | null;
  status: string;
}

/** An official reply as its letter shows it. */
export interface OfficialLetter {
  replyId: number;
  reference: string;
  type: OfficialType;
  statusSet: string | null;
  /** Name and title as they were; `memberName` is the account's today. */
  author: { displayName: string; title: string; memberName: string; isStaffNow: boolean };
  postedAt: Date;
  editedAt: Date | null;
  /** How often its text was changed. */
  editCount: number;
  /** What was deleted keeps its place and loses its text. */
  deletedAt: Date | null;
  /** Who deleted it; null where nobody is known to have. */
  deletedBy: string | null;
  bodyHtml: string;
  language: string;
  attachmentCount: number;
  authorId: number;
  feedback: Feedback;
  announcements: LinkedAnnouncement[];
}

type Row = Record<string, unknown>;

/** The newest official replies of a topic with the announcements they point to, newest first. One query. */
export async function listOfficial(ctx: Context, topicId: number): Promise<OfficialLetter[]> {
  const rows = await ctx.rows<Row>(
    `SELECT o."replyId", o."reference", o."type", o."statusSet", o."authorName", o."authorTitle", o."postedAt",
            r."bodyHtml", r."language", r."editedAt", r."version", r."deletedAt", r."attachmentCount",
            d."displayName" AS "deletedBy",
            r."authorId", o."yesCount", o."noCount", f."answer",
            m."name" AS "memberName", m."role", m."suspendedAt", m."deletedAt" AS "memberDeletedAt",
            a."id" AS "announcementId", a."slug", a."title", a."language" AS "announcementLanguage", a."release",
            a."publishedAt", a."status" AS "announcementStatus"
     FROM "OfficialReply" o
     JOIN "Reply" r ON r."id" = o."replyId" JOIN "Member" m ON m."id" = r."authorId"
     LEFT JOIN "Member" d ON d."id" = r."deletedById"
     LEFT JOIN "AnswerFeedback" f ON f."replyId" = o."replyId" AND f."memberId" = ?
     LEFT JOIN "OfficialReplyAnnouncement" l ON l."replyId" = o."replyId"
     LEFT JOIN "Announcement" a ON a."id" = l."announcementId" AND ${visibleAnnouncements(ctx.actor)}
     WHERE o."replyId" IN (
       SELECT n."replyId" FROM "OfficialReply" n WHERE n."topicId" = ?
       ORDER BY n."postedAt" DESC, n."replyId" DESC LIMIT ${lettersShown}) AND r."heldAt" IS NULL
     ORDER BY o."postedAt" DESC, o."replyId" DESC, a."publishedAt", a."id"`,
    [ctx.actor?.id ?? 0, topicId],
  );
  const letters = new Map<number, OfficialLetter>();
  for (const row of rows) {
    const replyId = row.replyId as number;
    const letter = letters.get(replyId) ?? letterOf(row);
    letters.set(replyId, letter);
    if (row.announcementId !== null) letter.announcements.push(announcementOf(row));
  }
  return [...letters.values()];
}

function letterOf(row: Row): OfficialLetter {
  const deletedAt = asDateOrNull(row.deletedAt);
  return {
    replyId: row.replyId as number,
    reference: row.reference as string,
    type: row.type as OfficialType,
    statusSet: row.statusSet as string | null,
    author: {
      displayName: row.authorName as string,
      title: row.authorTitle as string,
      memberName: row.memberName as string,
      isStaffNow: isStaffNow(row),
    },
    postedAt: asDate(row.postedAt),
    editedAt: asDateOrNull(row.editedAt),
    editCount: (row.version as number) - 1,
    deletedAt,
    deletedBy: row.deletedBy as string | null,
    bodyHtml: deletedAt ? "" : (row.bodyHtml as string),
    language: row.language as string,
    attachmentCount: deletedAt ? 0 : (row.attachmentCount as number),
    authorId: row.authorId as number,
    feedback: {
      counts: { yes: row.yesCount as number, no: row.noCount as number },
      mine: row.answer as FeedbackAnswer | null,
    },
    announcements: [],
  };
}

function announcementOf(row: Row): LinkedAnnouncement {
  return {
    id: row.announcementId as number,
    slug: row.slug as string,
    title: row.title as string,
    language: row.announcementLanguage as string,
    release: row.release as string,
    publishedAt: asDateOrNull(row.publishedAt),
    status: row.announcementStatus as string,
  };
}

/** Whether whoever wrote it is on the team today. */
export function isStaffNow({ role, suspendedAt, memberDeletedAt }: Row): boolean {
  return isRole(role) && isStaff({ role }) && !suspendedAt && !memberDeletedAt;
}
