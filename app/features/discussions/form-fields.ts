import type { DiscussionKind } from "~/features/topics/topic";

export const formId = "discuss";

/** Ids of the controls, by the names of their fields. */
export const controlIds = {
  title: "discuss-title",
  did: "discuss-did",
  happened: "discuss-happened",
  want: "discuss-want",
  body: "discuss-body",
  area: "discuss-area",
  tags: "discuss-tags",
  files: "discuss-files",
} as const;

export type FieldName = keyof typeof controlIds;

/** Fields of a kind's form, in its order. */
export function fieldsOf(kind: DiscussionKind): readonly FieldName[] {
  const text: FieldName[] = kind === "problem" ? ["did", "happened", "want"] : ["body"];
  return ["title", ...text, "area", "tags", "files"];
}
