import { topicActionPath } from "~/features/topics/paths";

export const savedRepliesPath = "/admin/saved-replies";

export function savedReplyPath(id: number): string {
  return `${savedRepliesPath}/${id}`;
}

/** Answers with the text of `?id=` as it reads for a topic, for the page's script. */
export function filledPath(number: number): string {
  return topicActionPath(number, "saved-reply");
}
