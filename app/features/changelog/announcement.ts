/** What a reader may want to filter by. An entry may carry several; they are kept and shown in this order. */
export const labels = ["new", "improved", "fixed", "security"] as const;
export type Label = (typeof labels)[number];

export const announcementStatuses = ["draft", "scheduled", "published", "withdrawn"] as const;
export type AnnouncementStatus = (typeof announcementStatuses)[number];

export const maxReleaseCharacters = 40;
export const maxLinkedTopics = 200;

/** A topic as its board and kind say; enough to decide what an announcement means for it. */
export interface LinkedKind {
  board: string;
  kind: string;
}

export function isLabel(value: unknown): value is Label {
  return labels.includes(value as Label);
}

/** Labels in their own order, each once, whatever order and company they came in. */
export function orderLabels(values: readonly unknown[]): Label[] {
  return labels.filter((label) => values.includes(label));
}

/** Where publishing leaves a linked topic that still waits; null when it is as far as it gets. */
export function settledStatus({
  board,
  status,
}: LinkedKind & { status: string }): "shipped" | "solved" | null {
  if (status === "merged") return null;
  const settled = board === "suggestion" ? "shipped" : "solved";
  return status === settled ? null : settled;
}

// In the order in which a label says what became of such a topic.
const labelsOfProblem: readonly Label[] = ["fixed", "security"];
const labelsOfSuggestion: readonly Label[] = ["new", "improved", "fixed", "security"];
const labelsOfTalk: readonly Label[] = ["improved", "fixed", "new", "security"];

/** Under which of the entry's labels a linked topic stands: a problem was fixed, a wish is new or makes better. */
export function labelOfTopic({ board, kind }: LinkedKind, ofEntry: readonly Label[]): Label {
  if (kind === "problem") return labelsOfProblem.find((label) => ofEntry.includes(label)) ?? "fixed";
  const fitting = board === "suggestion" ? labelsOfSuggestion : labelsOfTalk;
  return fitting.find((label) => ofEntry.includes(label)) ?? "improved";
}
