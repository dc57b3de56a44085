import { type DiscussionKind, isDiscussionKind } from "./topic";

/** A form somebody can leave half written. Each has one draft per member. */
export type DraftForm =
  | { type: "discussion"; kind: DiscussionKind }
  | { type: "suggestion" }
  | { type: "announcement"; slug?: string }
  /** A reply or an official reply to a topic or to one of its replies; or an edit of either. */
  | { type: "reply" | "official" | "edit"; number: number; replyId?: number };

const maxSlugCharacters = 200;
const ofTopic = /^(reply|official|edit)-([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?$/;

/** The name a form's draft is kept under; also the end of its address. */
export function draftKey(form: DraftForm): string {
  switch (form.type) {
    case "discussion":
      return `discussion-${form.kind}`;
    case "suggestion":
      return "suggestion";
    case "announcement":
      return form.slug === undefined ? "announcement" : `announcement-${form.slug}`;
    default:
      return [form.type, form.number, form.replyId].filter((part) => part !== undefined).join("-");
  }
}

/** Reads what `draftKey` wrote; null for any other text. */
export function readDraftKey(key: string): DraftForm | null {
  if (key === "suggestion" || key === "announcement") return { type: key };
  const [, type, number, replyId] = ofTopic.exec(key) ?? [];
  if (type === "reply" || type === "official" || type === "edit") {
    return { type, number: Number(number), ...(replyId && { replyId: Number(replyId) }) };
  }
  const [, first, rest = ""] = /^(discussion|announcement)-(.+)$/s.exec(key) ?? [];
  if (first === "discussion") return isDiscussionKind(rest) ? { type: first, kind: rest } : null;
  return first === "announcement" && rest.length <= maxSlugCharacters ? { type: first, slug: rest } : null;
}
