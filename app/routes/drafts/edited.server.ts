import type { AttachmentTarget } from "~/features/attachments/attachment";
import { mayWriteAnnouncements } from "~/features/changelog/policy";
import { getAnnouncementPage } from "~/features/changelog/reading.server";
import type { MemberContext } from "~/features/members/context";
import { mayReplyOfficially } from "~/features/official/policy";
import type { DraftForm } from "~/features/topics/draft-form";
import { getReplySource, getTopicSource } from "~/features/topics/editing.server";
import { getTopicId } from "~/features/topics/finding.server";
import { Forbidden } from "~/platform/errors";

/**
 * The post a form edits, whose pictures its draft keeps too; none for what is new. Throws NotFound or Forbidden as the
 * form itself would.
 */
export async function editedBy(ctx: MemberContext, form: DraftForm): Promise<AttachmentTarget | undefined> {
  switch (form.type) {
    case "discussion":
    case "suggestion":
      return undefined;
    case "announcement":
      if (!mayWriteAnnouncements(ctx.actor)) throw new Forbidden("announcement.write");
      if (form.slug === undefined) return undefined;
      return { announcementId: (await getAnnouncementPage(ctx, form.slug)).announcement.id };
    case "edit":
      return editedPost(ctx, form);
    case "official":
      if (!mayReplyOfficially(ctx.actor)) throw new Forbidden("official.post");
      await getTopicId(ctx, form.number);
      return undefined;
    case "reply":
      await getTopicId(ctx, form.number);
      return undefined;
  }
}

async function editedPost(
  ctx: MemberContext,
  { number, replyId }: { number: number; replyId?: number },
): Promise<AttachmentTarget> {
  if (replyId === undefined) return { topicId: (await getTopicSource(ctx, number)).id };
  return { replyId: (await getReplySource(ctx, { number, replyId })).id };
}
