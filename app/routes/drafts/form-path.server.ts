import { editAnnouncementPath, newAnnouncementPath } from "~/features/changelog/paths";
import { newDiscussionPath } from "~/features/discussions/paths";
import { officialReplyPath } from "~/features/official/paths";
import { newSuggestionPath } from "~/features/suggestions/paths";
import type { DraftForm } from "~/features/topics/draft-form";
import { composePath, replyActionPath, topicActionPath } from "~/features/topics/paths";

/** Where a form is opened, with its draft in it. */
export function formPath(form: DraftForm): string {
  switch (form.type) {
    case "discussion":
      return newDiscussionPath({ kind: form.kind });
    case "suggestion":
      return newSuggestionPath;
    case "announcement":
      return form.slug === undefined ? newAnnouncementPath : editAnnouncementPath({ slug: form.slug });
    case "reply":
      return composePath({ number: form.number, slug: "" }, form.replyId);
    case "official":
      return officialReplyPath(form) + (form.replyId === undefined ? "" : `?reply-to=${form.replyId}`);
    case "edit":
      return form.replyId === undefined
        ? topicActionPath(form.number, "edit")
        : replyActionPath(form.number, form.replyId, "edit");
  }
}
