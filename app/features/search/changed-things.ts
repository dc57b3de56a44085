/** Rows a handful of events are about, each once. */
export interface ChangedThings {
  /** Only the topic's own document: counts, status. */
  topics: Set<number>;
  /** The topic and everything in it: title, area, who may see it. */
  threads: Set<number>;
  replies: Set<number>;
  announcements: Set<number>;
  /** Everything they wrote bears their name. */
  members: Set<number>;
}

// What these change of a topic is written into the documents of its replies too.
const wholeThread: ReadonlySet<string> = new Set([
  "topic.imported",
  "topic.edited",
  "topic.deleted",
  "topic.restored",
  "topic.moved",
  "topic.held",
  "topic.released",
  "suggestion.merged",
  "suggestion.unmerged",
]);

/** Every event that changes what can be found. `wiring/subscriptions` hands each of them to the index. */
export const indexedEvents = [
  ...wholeThread,
  "topic.opened",
  "topic.tagged",
  "topic.status-changed",
  "topic.solved",
  "topic.unsolved",
  "topic.affected",
  "topic.unaffected",
  "suggestion.voted",
  "suggestion.vote-withdrawn",
  "suggestion.votes-recounted",
  "reply.posted",
  "reply.edited",
  "reply.deleted",
  "reply.restored",
  "reply.held",
  "reply.released",
  "reaction.given",
  "reaction.withdrawn",
  "official.posted",
  "announcement.published",
  "announcement.withdrawn",
  "announcement.edited",
  "member.renamed",
  "member.deleted",
] as const;

interface Change {
  type: string;
  payload: Readonly<Record<string, unknown>>;
}

/** A hundred votes on one topic are one document. */
export function changedThings(changes: readonly Change[]): ChangedThings {
  const things: ChangedThings = {
    topics: new Set(),
    threads: new Set(),
    replies: new Set(),
    announcements: new Set(),
    members: new Set(),
  };
  for (const { type, payload } of changes) {
    const { topicId, intoId, replyId, announcementId, memberId } = payload;
    if (typeof topicId === "number") (wholeThread.has(type) ? things.threads : things.topics).add(topicId);
    // What something was merged into counts its votes too.
    if (typeof intoId === "number") things.topics.add(intoId);
    if (typeof replyId === "number") things.replies.add(replyId);
    if (typeof announcementId === "number") things.announcements.add(announcementId);
    // Most events name who acted; only these are about the member.
    if (type.startsWith("member.") && typeof memberId === "number") things.members.add(memberId);
  }
  for (const id of things.threads) things.topics.delete(id);
  return things;
}
