import type { MemberContext } from "~/features/members/context";
import { claimSubmission, completeSubmission } from "~/features/members/submitting.server";
import { topicPath } from "~/features/topics/paths";
import { prepareText } from "~/features/topics/text.server";
import { addTimelineEntry } from "~/features/topics/timeline.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { moveTo, takeProblem } from "./declaring.server";
import { knownIssueUpdated } from "./events";
import { forgetIncidents } from "./incidents.server";
import type { UpdateInput } from "./input";
import { mayTellOfKnownIssues } from "./policy";

/** Tells those affected what is new, and when the next news comes. The same form sent twice is told once. */
export async function postUpdate(
  ctx: MemberContext,
  { number, state, body, submission, ...input }: UpdateInput & { number: number },
): Promise<Outcome<{ location: string }, "no-known-issue">> {
  if (!mayTellOfKnownIssues(ctx.actor)) throw new Forbidden("known-issue.tell");
  const text = await prepareText(ctx, { body });
  const outcome = await inTransaction(ctx, async (tx) => {
    const topic = await takeProblem(tx, number);
    const { id: topicId } = topic;
    const earlier = await claimSubmission(tx, submission);
    if (earlier) return done({ location: earlier });
    const issue = await tx.db.knownIssue.findUnique({ where: { topicId } });
    if (!issue || (topic.status !== "known-issue" && !issue.fixedAt)) return refused("no-known-issue");

    const isFixed = state === "fixed";
    await moveTo(tx, topic, state);
    const createdAt = tx.clock.now();
    const { id: updateId } = await tx.db.knownIssueUpdate.create({
      data: {
        ...{ topicId, state, createdAt, body: text.body, bodyHtml: text.bodyHtml },
        rendererVersion: text.rendererVersion,
        authorId: tx.actor.id,
      },
    });
    await tx.db.knownIssue.update({
      where: { topicId },
      data: { state, nextUpdateAt: isFixed ? null : input["next-update"], version: { increment: 1 } },
    });
    const data = { updateId, ...(issue.state !== state && { state }) };
    await addTimelineEntry(tx, { topicId, type: "update", data, actorId: tx.actor.id });
    await appendEvent(
      tx,
      knownIssueUpdated(topicId, { updateId, state, isQuiet: isFixed && !issue.fixedAt }),
    );
    const location = `${topicPath(topic)}#known-issue`;
    await completeSubmission(tx, submission, location);
    return done({ location });
  });
  forgetIncidents(ctx);
  return outcome;
}
