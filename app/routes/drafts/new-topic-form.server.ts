import { formId as discussionFormId } from "~/features/discussions/form-fields";
import { formId as suggestionFormId } from "~/features/suggestions/form-ids";
import type { DraftForm } from "~/features/topics/draft-form";

/** The form of a new topic with the id it has on its page; null for a form that begins none. */
export function newTopicForm(draft: DraftForm | null): { id: string; draft: DraftForm } | null {
  if (draft?.type === "discussion") return { id: discussionFormId, draft };
  return draft?.type === "suggestion" ? { id: suggestionFormId, draft } : null;
}
