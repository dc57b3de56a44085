import type { MemberContext } from "~/features/members/context";
import { type Standing } from "~/features/members/standing";
import { getStanding } from "~/features/members/standing.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { type ReviewClaim, reviewClaimOf } from "./claim";
import type { DecisionAct } from "./decision";
import { mayModerate } from "./policy";
import { type ReviewKind, targetOf } from "./post";

const flagsShown = 50;
const decisionsShown = 10;
const removalsCounted = 99;

export interface ShownFlag {
  id: number;
  reason: string;
  note: string;
  weight: number;
  createdAt: Date;
  by: { name: string; displayName: string };
}

export interface ShownDecision {
  id: number;
  act: DecisionAct;
  reason: string;
  note: string;
  by: string;
  at: Date;
}

/** An item of the queue with all that a decision needs. For moderators alone: it names who reported. */
export interface Review {
  id: number;
  kind: ReviewKind;
  state: "open" | "decided";
  reason: string;
  score: number;
  openedAt: Date;
  claim: ReviewClaim | null;
  topic: { id: number; number: number; slug: string; title: string; language: string; isDeleted: boolean };
  post: {
    replyId: number | null;
    bodyHtml: string;
    language: string;
    version: number;
    createdAt: Date;
    editedAt: Date | null;
    heldFor: string | null;
    isHeld: boolean;
    isDeleted: boolean;
    isOfficial: boolean;
  };
  /** What a reply answers; null for a topic, and for a reply to the topic itself. */
  answered: { bodyHtml: string; language: string; by: string } | null;
  author: { id: number; name: string; displayName: string; standing: Standing; removedBefore: number };
  flags: ShownFlag[];
  /** The latest first. */
  decisions: ShownDecision[];
  appeal: { text: string; createdAt: Date; decidedById: number; removedBy: string } | null;
}

export async function getReview(ctx: MemberContext, id: number): Promise<Review> {
  if (!mayModerate(ctx.actor)) throw new Forbidden("moderation.read");
  const person = { select: { id: true, name: true, displayName: true } };
  const item = await ctx.db.reviewItem.findUnique({
    where: { id },
    include: {
      topic: true,
      reply: { include: { parent: { include: { author: person } } } },
      author: person,
      claimedBy: person,
      appeal: { include: { decision: { include: { decidedBy: person } } } },
    },
  });
  if (!item) throw new NotFound("review");
  const { topicId, replyId, topic, reply, author, appeal } = item;
  const [flags, decisions, standing, removedBefore] = await Promise.all([
    ctx.db.flag.findMany({
      where: { target: targetOf({ topicId, replyId }), state: { not: "withdrawn" } },
      include: { member: person },
      orderBy: [{ weight: "desc" }, { id: "asc" }],
      take: flagsShown,
    }),
    ctx.db.moderationDecision.findMany({
      where: { topicId, replyId },
      include: { decidedBy: person },
      orderBy: { id: "desc" },
      take: decisionsShown,
    }),
    getStanding(ctx, author.id),
    ctx.db.moderationDecision.findMany({
      where: { authorId: author.id, act: "removed" },
      select: { id: true },
      take: removalsCounted,
    }),
  ]);
  const parent = reply?.parent;
  const text = reply ?? topic;
  return {
    id,
    kind: item.kind as ReviewKind,
    state: item.state === "open" ? "open" : "decided",
    ...{ reason: item.reason, score: item.score, openedAt: item.openedAt },
    claim: reviewClaimOf({ ...item, claimedByName: item.claimedBy?.displayName ?? null }, ctx.clock.now()),
    topic: {
      ...{
        id: topicId,
        number: topic.number,
        slug: topic.slug,
        title: topic.title,
        language: topic.language,
      },
      isDeleted: topic.deletedAt !== null,
    },
    post: {
      replyId,
      ...{ bodyHtml: text.bodyHtml, language: text.language, version: text.version, heldFor: text.heldFor },
      ...{ createdAt: text.createdAt, editedAt: text.editedAt },
      isHeld: text.heldAt !== null,
      isDeleted: text.deletedAt !== null,
      isOfficial: reply?.isOfficial ?? false,
    },
    answered: parent
      ? { bodyHtml: parent.bodyHtml, language: parent.language, by: parent.author.displayName }
      : null,
    author: { ...author, standing, removedBefore: removedBefore.length },
    flags: flags.map(({ member, ...flag }) => ({ ...flag, by: member })),
    decisions: decisions.map((one) => ({
      ...{ id: one.id, act: one.act as DecisionAct, reason: one.reason, note: one.note },
      by: one.decidedBy.displayName,
      at: one.decidedAt,
    })),
    appeal: appeal && {
      ...{ text: appeal.text, createdAt: appeal.createdAt, decidedById: appeal.decision.decidedById },
      removedBy: appeal.decision.decidedBy.displayName,
    },
  };
}
