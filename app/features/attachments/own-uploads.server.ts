import type { MemberContext } from "~/features/members/context";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import { fitsTime } from "~/platform/db/storable";
import { quotaBytes, usedBytes } from "./quota.server";
import { isAttachmentId } from "./attachment";

const perPage = 20;

/** What an upload belongs to, as its owner may know it. */
export type UploadPlace =
  | { kind: "waiting" | "draft" | "gone" }
  | { kind: "topic"; number: number; slug: string; title: string }
  | { kind: "reply"; number: number; replyId: number; title: string }
  | { kind: "announcement"; slug: string; title: string };

export interface OwnUpload {
  id: string;
  mediaType: string;
  fileName: string;
  alt: string;
  thumbWidth: number;
  thumbHeight: number;
  bytes: number;
  createdAt: Date;
  isPublic: boolean;
  place: UploadPlace;
}

export interface OwnUploads {
  uploads: OwnUpload[];
  /** Where the next page begins. */
  next: string | null;
  usedBytes: number;
  quotaBytes: number;
}

type Row = Omit<OwnUpload, "createdAt" | "isPublic" | "place"> & {
  createdAt: unknown;
  attachedAt: unknown;
  audience: string;
  replyId: number | null;
  announcementId: number | null;
  number: number | null;
  topicSlug: string | null;
  topicTitle: string | null;
  isGone: number | null;
  isInDraft: number | null;
  slug: string | null;
  title: string | null;
};

/** All a member has uploaded, newest first, with where each is used. Two queries beside the site's settings. */
export async function listOwnUploads(ctx: MemberContext, after: string | null): Promise<OwnUploads> {
  const from = readCursor(after);
  const later = from ? `AND (a."createdAt", a."id") < (?, ?)` : "";
  const rows = await ctx.rows<Row>(
    `SELECT a."id", a."mediaType", a."fileName", a."alt", a."thumbWidth", a."thumbHeight", a."bytes", a."audience",
            a."createdAt", a."attachedAt", a."replyId", a."announcementId",
            t."number", t."slug" AS "topicSlug", t."title" AS "topicTitle",
            CASE WHEN t."deletedAt" IS NOT NULL OR r."deletedAt" IS NOT NULL THEN 1 ELSE 0 END AS "isGone",
            CASE WHEN EXISTS (SELECT 1 FROM "DraftPicture" d WHERE d."attachmentId" = a."id") THEN 1 ELSE 0 END AS "isInDraft",
            n."slug", n."title"
     FROM "Attachment" a
     LEFT JOIN "Reply" r ON r."id" = a."replyId"
     LEFT JOIN "Topic" t ON t."id" = COALESCE(a."topicId", r."topicId")
     LEFT JOIN "Announcement" n ON n."id" = a."announcementId"
     WHERE a."ownerId" = ? ${later}
     ORDER BY a."createdAt" DESC, a."id" DESC LIMIT ${perPage + 1}`,
    [ctx.actor.id, ...(from ? [from.createdAt, from.id] : [])],
  );
  const shown = rows.slice(0, perPage);
  const last = shown.at(-1);
  return {
    uploads: shown.map((row) => present(row)),
    next: rows.length > perPage && last ? writeCursor(asDate(last.createdAt), last.id) : null,
    usedBytes: await usedBytes(ctx),
    quotaBytes: await quotaBytes(ctx),
  };
}

function present(row: Row): OwnUpload {
  const { id, mediaType, fileName, alt, thumbWidth, thumbHeight, bytes, audience } = row;
  return {
    ...{ id, mediaType, fileName, alt, thumbWidth, thumbHeight, bytes },
    createdAt: asDate(row.createdAt),
    isPublic: audience === "public",
    place: placeOf(row),
  };
}

function placeOf(row: Row): UploadPlace {
  const { number, topicSlug, topicTitle, replyId, slug, title } = row;
  if (Number(row.isGone) === 1) return { kind: "gone" };
  if (number !== null && topicTitle !== null && topicSlug !== null) {
    if (replyId !== null) return { kind: "reply", number, replyId, title: topicTitle };
    return { kind: "topic", number, slug: topicSlug, title: topicTitle };
  }
  if (slug !== null && title !== null) return { kind: "announcement", slug, title };
  if (asDateOrNull(row.attachedAt)) return { kind: "gone" };
  return { kind: Number(row.isInDraft) === 1 ? "draft" : "waiting" };
}

function writeCursor(createdAt: Date, id: string): string {
  return `${createdAt.getTime()}_${id}`;
}

function readCursor(text: string | null): { createdAt: Date; id: string } | null {
  const [, time, id] = /^(\d{1,15})_([0-9a-f]{32})$/.exec(text ?? "") ?? [];
  if (time === undefined || !isAttachmentId(id)) return null;
  const createdAt = new Date(Number(time));
  return fitsTime(createdAt) ? { createdAt, id } : null;
}
