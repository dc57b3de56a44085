import type { MemberContext } from "~/features/members/context";
import { visibleReplyWhere, visibleWhere } from "~/features/topics/visibility";
import { asBoolean, asDate } from "~/platform/db/columns";
import type { FlagReason, FlagState } from "./flag";

const perPage = 30;

/** What a member reported. Of a post they may not read any more only its place is in it. */
export interface OwnFlag {
  id: number;
  reason: FlagReason;
  note: string;
  state: FlagState;
  createdAt: Date;
  number: number;
  replyId: number | null;
  /** Null while the post is hidden or gone. */
  title: string | null;
  language: string;
}

export async function listOwnFlags(
  ctx: MemberContext,
  before: number | null,
): Promise<{ flags: OwnFlag[]; next: number | null }> {
  const topics = visibleWhere(ctx.actor);
  const replies = visibleReplyWhere(ctx.actor);
  const rows = await ctx.rows<Record<string, unknown> & OwnFlag>(
    `SELECT f."id", f."reason", f."note", f."state", f."createdAt", f."replyId", t."number", t."title", t."language",
       CASE WHEN ${topics.sql} AND (f."replyId" IS NULL OR ${replies.sql}) THEN 1 ELSE 0 END AS "isThere"
     FROM "Flag" f JOIN "Topic" t ON t."id" = f."topicId" LEFT JOIN "Reply" r ON r."id" = f."replyId"
     WHERE f."memberId" = ? AND f."id" < ? ORDER BY f."id" DESC LIMIT ${perPage + 1}`,
    [...topics.params, ...replies.params, ctx.actor.id, before ?? 2_147_483_647],
  );
  const flags = rows.slice(0, perPage).map((row) => ({
    ...{ id: row.id, reason: row.reason, note: row.note, state: row.state, replyId: row.replyId },
    ...{ number: row.number, language: row.language, createdAt: asDate(row.createdAt) },
    title: asBoolean(row.isThere) ? row.title : null,
  }));
  return { flags, next: rows.length > perPage ? flags.at(-1)!.id : null };
}

/** What the reader said of this post before; null where nothing, or it was taken back. */
export async function findOwnFlag(
  ctx: MemberContext,
  target: string,
): Promise<{ id: number; reason: string; note: string; state: FlagState } | null> {
  const flag = await ctx.db.flag.findUnique({
    where: { memberId_target: { memberId: ctx.actor.id, target } },
    select: { id: true, reason: true, note: true, state: true },
  });
  return flag && { ...flag, state: flag.state as FlagState };
}
