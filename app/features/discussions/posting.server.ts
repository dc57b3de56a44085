import { attachTo } from "~/features/attachments/attaching.server";
import type { MemberContext } from "~/features/members/context";
import { claimSubmission, completeSubmission } from "~/features/members/submitting.server";
import { listAreas } from "~/features/site/areas.server";
import { checkPost, type CheckRefusal, readHoldingCheck } from "~/features/topics/checking.server";
import { endDraft } from "~/features/topics/drafts.server";
import { findReserved } from "~/features/topics/tagging.server";
import { openTopic } from "~/features/topics/opening.server";
import { topicPath } from "~/features/topics/paths";
import { prepareText } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import type { PostDiscussionInput } from "./input";
import { mayPostDiscussion } from "./policy";

/**
 * Opens a problem, a question or an experience. The same form sent twice leads to the same one.
 * `draft` is the stamp of the draft it was written from, which ends with it.
 */
export async function postDiscussion(
  ctx: MemberContext,
  input: PostDiscussionInput & { draft?: string },
): Promise<
  Outcome<{ location: string }, "area-unknown" | "tag-reserved" | CheckRefusal> & { name?: string }
> {
  if (!mayPostDiscussion(ctx.actor)) throw new Forbidden("discussion.post");
  const area = (await listAreas(ctx)).find(({ slug }) => slug === input.area);
  if (!area) return refused("area-unknown");
  const [text, check] = await Promise.all([
    prepareText(ctx, { title: input.title, body: input.body }),
    readHoldingCheck(ctx),
  ]);

  return inTransaction(ctx, async (tx) => {
    const name = await findReserved(tx, input.tags);
    if (name) return { ...refused("tag-reserved"), name };
    const checked = await checkPost(tx, check, { text, attachmentIds: input.attachmentIds });
    if (!checked.ok) return checked;
    const earlier = await claimSubmission(tx, input.submission);
    if (earlier) return done({ location: earlier });
    const topic = await openTopic(tx, {
      board: "discussion",
      kind: input.kind,
      areaId: area.id,
      status: "open",
      text,
      tagSlugs: input.tags,
      heldFor: checked.heldFor,
    });
    const pictures = await attachTo(tx, { topicId: topic.id, attachmentIds: input.attachmentIds });
    if (pictures.count > 0) {
      const { count: attachmentCount, coverId } = pictures;
      await tx.db.topic.update({ where: { id: topic.id }, data: { attachmentCount, coverId } });
    }
    const location = topicPath(topic);
    await completeSubmission(tx, input.submission, location);
    await endDraft(tx, { stamp: input.draft, writer: input.submission });
    return done({ location });
  });
}
