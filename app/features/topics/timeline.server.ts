import type { Tx } from "~/features/members/context";
import type { Prisma } from "~/platform/db/generated/sqlite/client";

/** What the timeline of a topic tells. Words are made from these when they are read. */
export type TimelineType =
  | "opened"
  | "status"
  | "solved"
  | "unsolved"
  | "official"
  | "announced"
  | "promised"
  | "promise-moved"
  | "promise-kept"
  | "promise-withdrawn"
  | "moved"
  | "locked"
  | "unlocked"
  | "known-issue"
  | "update"
  | "pinned"
  | "unpinned"
  | "tagged"
  | "merged"
  | "unmerged"
  | "vote-added"
  | "vote-removed";

/** What only the team reads: who voted for whom. */
export const staffTimelineTypes: readonly TimelineType[] = ["vote-added", "vote-removed"];

export interface NewTimelineEntry {
  topicId: number;
  type: TimelineType;
  /** Ids and values, never sentences. */
  data: Prisma.InputJsonObject;
  /** Null when nobody in particular did it. */
  actorId: number | null;
  createdAt?: Date;
}

/** Tells the readers of a topic what became of it, in the transaction that makes it so. */
export async function addTimelineEntry(tx: Tx, entry: NewTimelineEntry): Promise<void> {
  await tx.db.timelineEntry.create({ data: { ...entry, createdAt: entry.createdAt ?? tx.clock.now() } });
}
