import type { MemberContext } from "~/features/members/context";
import type { KnownIssueState } from "~/features/topics/known-issue";
import { getTopic, type Topic } from "~/features/topics/reading.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { type KnownIssueValues, valuesOf } from "./form-values";
import { mayTellOfKnownIssues } from "./policy";

export interface KnownIssueDraft {
  topic: Topic;
  values: KnownIssueValues;
  /** False for one that still has to be made, or was taken back. */
  isKnown: boolean;
  /** The announcement that is named as its fix, whatever became of it. */
  fix: { id: number; title: string; isDraft: boolean } | null;
}

/** What the form of a problem's known issue begins with. Staff only. */
export async function getKnownIssueDraft(ctx: MemberContext, number: number): Promise<KnownIssueDraft> {
  if (!mayTellOfKnownIssues(ctx.actor)) throw new Forbidden("known-issue.tell");
  const topic = await getTopic(ctx, number);
  if (topic.deletedAt) throw new NotFound("topic");
  if (topic.kind !== "problem") throw new NotFound("problem");
  const fix = await findFix(ctx, topic.knownIssue?.announcementId ?? null);
  if (topic.knownIssue) return { topic, values: valuesOf(topic.knownIssue), isKnown: true, fix };
  const kept = await ctx.db.knownIssue.findUnique({ where: { topicId: topic.id } });
  const values = valuesOf(kept && { ...kept, state: kept.state as KnownIssueState });
  return { topic, values: { ...values, ...(kept && { state: "investigating" }) }, isKnown: false, fix };
}

async function findFix(ctx: MemberContext, id: number | null): Promise<KnownIssueDraft["fix"]> {
  if (id === null) return null;
  const found = await ctx.db.announcement.findUnique({
    where: { id },
    select: { title: true, status: true },
  });
  return found && { id, title: found.title, isDraft: found.status === "draft" };
}
