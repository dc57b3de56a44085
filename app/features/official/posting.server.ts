import { attachTo } from "~/features/attachments/attaching.server";
import { appendAudit } from "~/features/audit/appending.server";
import type { MemberContext, Tx } from "~/features/members/context";
import { claimSubmission, completeSubmission, findSubmission } from "~/features/members/submitting.server";
import { endDraft } from "~/features/topics/drafts.server";
import { replyPath } from "~/features/topics/paths";
import { type TakenTopic, takeTopic } from "~/features/topics/taking.server";
import { prepareText } from "~/features/topics/text.server";
import type { TopicStatus } from "~/features/topics/topic";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { readToday } from "~/features/site/today.server";
import type { CalendarDay } from "~/platform/clock/calendar-day";
import { done, type Outcome, refused } from "~/platform/outcome";
import { insertOfficialReply } from "./inserting.server";
import type { PromiseAct } from "./promise-act";
import { type PromiseRefusal, promiseRefusal } from "./promising.server";
import { maySetStatusBy, type OfficialType, statusesFor } from "./official-reply";
import { mayReplyOfficially } from "./policy";

export interface OfficialReplyInput {
  number: number;
  parentId?: number;
  body: string;
  type: OfficialType;
  status?: string;
  reason?: string;
  announcementIds: readonly number[];
  /** What it promises, or does to what stands promised. */
  promise?: PromiseAct | null;
  /** Why nobody is to be told; left out, everybody who follows is. */
  quietReason?: string;
  attachmentIds: readonly string[];
  submission: string;
  /** Stamp of the draft it was written from. */
  draft?: string;
}

export type OfficialRefusal =
  | "locked"
  | "merged"
  | "parent-gone"
  | "type-not-here"
  | "status-not-by-type"
  | "decline-reason-required"
  | "announcement-gone"
  | PromiseRefusal;

/**
 * Answers for the team. The reply, its seal, the status it sets and the announcements it points to stand together or not
 * at all; the same form sent twice leads to the same letter. Refusals come before anything is written.
 */
export async function postOfficialReply(
  ctx: MemberContext,
  input: OfficialReplyInput,
): Promise<Outcome<{ location: string }, OfficialRefusal>> {
  if (!mayReplyOfficially(ctx.actor)) throw new Forbidden("official.post");
  const [text, today] = await Promise.all([prepareText(ctx, { body: input.body }), readToday(ctx)]);
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number: input.number });
    // Sent twice, it is the same letter, whatever the first has changed since.
    const sent = await findSubmission(tx, input.submission);
    if (sent) return done({ location: sent });
    const reason = await refusalOf(tx, topic, input, today);
    if (reason) return refused(reason);
    const earlier = await claimSubmission(tx, input.submission);
    if (earlier) return done({ location: earlier });

    const { type, parentId, announcementIds, promise } = input;
    const { quietReason } = input;
    const { id, reference } = await insertOfficialReply(tx, {
      ...{ topicId: topic.id, parentId, text, type, announcementIds, promise },
      author: tx.actor,
      status: input.status as TopicStatus | undefined,
      reason: input.reason,
      isQuiet: quietReason !== undefined,
    });
    const { count } = await attachTo(tx, { replyId: id, attachmentIds: input.attachmentIds });
    if (count > 0) await tx.db.reply.update({ where: { id }, data: { attachmentCount: count } });
    const location = replyPath(topic.number, id);
    await completeSubmission(tx, input.submission, location);
    await endDraft(tx, { stamp: input.draft, writer: input.submission });
    if (quietReason !== undefined) {
      const detail = { topic: topic.number, reply: id, reference, reason: quietReason };
      await appendAudit(tx, "official-posted-quietly", detail);
    }
    return done({ location });
  });
}

async function refusalOf(
  tx: Tx,
  topic: TakenTopic,
  input: OfficialReplyInput,
  today: CalendarDay,
): Promise<OfficialRefusal | null> {
  const { type, status, reason, parentId, announcementIds } = input;
  if (topic.status === "merged") return "merged";
  if (topic.lockedAt || topic.deletedAt) return "locked";
  if (statusesFor(type, topic).length === 0) return "type-not-here";
  if (status && !maySetStatusBy(type, topic, status)) return "status-not-by-type";
  if (status === "declined" && !reason) return "decline-reason-required";
  if (parentId && !(await isThere(tx, topic.id, parentId))) return "parent-gone";
  if (!(await areLinkable(tx, announcementIds))) return "announcement-gone";
  return input.promise ? promiseRefusal(tx, input.promise, { topicId: topic.id, status, today }) : null;
}

async function isThere(tx: Tx, topicId: number, replyId: number): Promise<boolean> {
  const count = await tx.db.reply.count({ where: { id: replyId, topicId, deletedAt: null, heldAt: null } });
  return count === 1;
}

/** A draft may be pointed to: the letter shows it from the day it is published. */
async function areLinkable(tx: Tx, ids: readonly number[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const count = await tx.db.announcement.count({
    where: { id: { in: [...ids] }, status: { not: "withdrawn" } },
  });
  return count === new Set(ids).size;
}
