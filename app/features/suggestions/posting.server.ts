import { attachTo } from "~/features/attachments/attaching.server";
import type { MemberContext } from "~/features/members/context";
import { claimSubmission, completeSubmission } from "~/features/members/submitting.server";
import { listAreas } from "~/features/site/areas.server";
import { checkPost, type CheckRefusal, readHoldingCheck } from "~/features/topics/checking.server";
import { endDraft } from "~/features/topics/drafts.server";
import { readSite } from "~/features/site/settings.server";
import { openTopic } from "~/features/topics/opening.server";
import { topicPath } from "~/features/topics/paths";
import { prepareText } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { hotScore } from "./hot-score";
import type { PostSuggestionInput } from "./input";
import { mayPostSuggestion } from "./policy";
import { setVote } from "./voting.server";

/**
 * Opens a suggestion, which its author votes for by posting it. The same form sent twice leads to the same
 * one. `draft` is the stamp of the draft it was written from, which ends with it.
 */
export async function postSuggestion(
  ctx: MemberContext,
  input: PostSuggestionInput & { draft?: string },
): Promise<Outcome<{ location: string }, "area-unknown" | CheckRefusal>> {
  if (!mayPostSuggestion(ctx.actor)) throw new Forbidden("suggestion.post");
  const area = (await listAreas(ctx)).find(({ slug }) => slug === input.area);
  if (!area) return refused("area-unknown");
  const rules = await readSite(ctx);
  const [text, check] = await Promise.all([
    prepareText(ctx, { title: input.title, body: input.body }),
    readHoldingCheck(ctx),
  ]);

  return inTransaction(ctx, async (tx) => {
    const checked = await checkPost(tx, check, { text, attachmentIds: input.attachmentIds });
    if (!checked.ok) return checked;
    const earlier = await claimSubmission(tx, input.submission);
    if (earlier) return done({ location: earlier });
    const createdAt = tx.clock.now();
    const topic = await openTopic(tx, {
      board: "suggestion",
      kind: "suggestion",
      areaId: area.id,
      status: "open",
      text,
      createdAt,
      heldFor: checked.heldFor,
    });
    const pictures = await attachTo(tx, { topicId: topic.id, attachmentIds: input.attachmentIds });
    await tx.db.topic.updateMany({
      where: { id: topic.id },
      data: { attachmentCount: pictures.count, coverId: pictures.coverId },
    });
    const unvoted = { id: topic.id, createdAt, voteCount: 0, hotScore: hotScore(createdAt, []) };
    await setVote(tx, unvoted, { memberId: tx.actor.id, rules });
    const location = topicPath(topic);
    await completeSubmission(tx, input.submission, location);
    await endDraft(tx, { stamp: input.draft, writer: input.submission });
    return done({ location });
  });
}
