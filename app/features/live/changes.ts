import type { CommittedEvent } from "~/platform/outbox/tail.server";

/** What a handful of events is about. */
export interface Changes {
  topics: Map<number, TopicChange>;
  /** Members with new notices. */
  members: Set<number>;
}

export interface TopicChange {
  /** Replies that came, changed or went. */
  replyIds: Set<number>;
  isNew: boolean;
  /** Something happened to the topic itself that its readers can see. */
  isOfTopic: boolean;
}

/** Nobody but their member hears that they follow; what is held makes its author follow too. */
const unseen = new Set(["topic.followed"]);
const opening = new Set(["topic.opened", "topic.released", "topic.restored"]);

export function changesOf(events: readonly Pick<CommittedEvent, "type" | "payload">[]): Changes {
  const changes: Changes = { topics: new Map(), members: new Set() };
  for (const { type, payload } of events) {
    const { topicId, intoId, replyId, memberIds } = payload;
    for (const id of [topicId, intoId]) {
      if (typeof id !== "number") continue;
      const change = changes.topics.get(id) ?? { replyIds: new Set(), isNew: false, isOfTopic: false };
      changes.topics.set(id, change);
      if (id === topicId && opening.has(type) && payload.quiet !== true) change.isNew = true;
      if (id === topicId && typeof replyId === "number") change.replyIds.add(replyId);
      else if (!unseen.has(type)) change.isOfTopic = true;
    }
    if (type === "notices.made" && Array.isArray(memberIds))
      for (const id of memberIds) if (typeof id === "number") changes.members.add(id);
  }
  return changes;
}
