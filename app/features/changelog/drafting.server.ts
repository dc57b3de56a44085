import { attachTo } from "~/features/attachments/attaching.server";
import { hideAttachments } from "~/features/attachments/hiding.server";
import type { MemberContext } from "~/features/members/context";
import { claimSubmission, completeSubmission } from "~/features/members/submitting.server";
import { endDraft } from "~/features/topics/drafts.server";
import { prepareText } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { done } from "~/platform/outcome";
import type { AnnouncementInput } from "./input";
import { insertAnnouncement } from "./inserting.server";
import { findTopicsToLink, linkTopics } from "./linking.server";
import { editAnnouncementPath, publicationPath } from "./paths";
import { mayWriteAnnouncements } from "./policy";

export interface DraftInput extends AnnouncementInput {
  attachmentIds: readonly string[];
  submission: string;
  /** Stamp of what its writer left unfinished, which ends with it. */
  draft?: string;
  /** Lead to the step before publishing instead of back to the form. */
  isForReview?: boolean;
}

export type UnknownTopics = { ok: false; reason: "unknown-topics"; numbers: number[] };

/** A new announcement that only staff see. Answers with the address to go on at; sent twice, it is made once. */
export async function saveDraft(
  ctx: MemberContext,
  input: DraftInput,
): Promise<{ ok: true; location: string } | UnknownTopics> {
  if (!mayWriteAnnouncements(ctx.actor)) throw new Forbidden("announcement.write");
  const text = await prepareText(ctx, { title: input.title, body: input.body });
  return inTransaction(ctx, async (tx) => {
    const { topics, unknown } = await findTopicsToLink(tx, input.topics);
    if (unknown.length > 0)
      return { ok: false as const, reason: "unknown-topics" as const, numbers: unknown };
    const earlier = await claimSubmission(tx, input.submission);
    if (earlier) return done({ location: earlier });

    const { id, slug } = await insertAnnouncement(tx, {
      text,
      release: input.release,
      labels: input.labels,
      status: "draft",
      authorId: tx.actor.id,
      createdAt: tx.clock.now(),
    });
    await linkTopics(tx, { announcementId: id, topicIds: topics.map((topic) => topic.id) });
    const { coverId } = await attachTo(tx, { announcementId: id, attachmentIds: input.attachmentIds });
    await tx.db.announcement.update({ where: { id }, data: { coverId } });
    await hideAttachments(tx, { announcementId: id }); // pictures of a draft are for staff, like its text
    const location = input.isForReview ? publicationPath({ slug }) : editAnnouncementPath({ slug });
    await completeSubmission(tx, input.submission, location);
    await endDraft(tx, { stamp: input.draft, writer: input.submission });
    return done({ location });
  });
}
