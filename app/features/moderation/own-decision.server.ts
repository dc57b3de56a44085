import type { MemberContext } from "~/features/members/context";
import { draftKey } from "~/features/topics/draft-form";
import { isDiscussionKind } from "~/features/topics/topic";
import { NotFound } from "~/platform/errors";
import type { DecisionAct } from "./decision";

/** A decision about a post as its author reads it: never who reported it, nor which moderator decided. */
export interface OwnDecision {
  id: number;
  act: DecisionAct;
  reason: string;
  note: string;
  at: Date;
  number: number;
  isReply: boolean;
  /** Of a topic. */
  title: string | null;
  /** As it was written; empty where it was a secret, which is shown nowhere again. */
  body: string;
  /** Key of the draft it was given back as, as long as that stands. */
  draft: string | null;
  mayAppeal: boolean;
  appeal: { text: string; state: string; createdAt: Date; answer: string } | null;
}

/** Throws NotFound for everybody but the author. */
export async function getOwnDecision(ctx: MemberContext, id: number): Promise<OwnDecision> {
  const decision = await ctx.db.moderationDecision.findFirst({
    where: { id, authorId: ctx.actor.id },
    include: { topic: true, reply: true, appeal: true },
  });
  if (!decision?.topic) throw new NotFound("decision");
  const { topic, reply, appeal, act, reason, note, isAppealable } = decision;
  const isSecret = reason === "secret";
  const isGone = (reply ?? topic).deletedAt !== null;
  const form = reply
    ? ({ type: "reply", number: topic.number, ...(reply.parentId && { replyId: reply.parentId }) } as const)
    : isDiscussionKind(topic.kind)
      ? ({ type: "discussion", kind: topic.kind } as const)
      : ({ type: "suggestion" } as const);
  const key = draftKey(form);
  const draft = isSecret
    ? null
    : await ctx.db.draft.findUnique({
        where: { memberId_form: { memberId: ctx.actor.id, form: key } },
        select: { id: true },
      });
  return {
    ...{ id, act: act as DecisionAct, reason, note, at: decision.decidedAt },
    ...{ number: topic.number, isReply: reply !== null, title: reply ? null : topic.title },
    body: isSecret ? "" : (reply ?? topic).body,
    draft: draft && key,
    mayAppeal: isAppealable && isGone && !appeal,
    appeal: appeal && {
      ...{ text: appeal.text, state: appeal.state, createdAt: appeal.createdAt, answer: appeal.answer },
    },
  };
}
