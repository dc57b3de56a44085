/** Events somebody may be told of. `wiring/subscriptions` hands each of them to the notices. */
export const toldEvents = [
  "reply.posted",
  "reply.edited",
  "reply.released",
  "official.posted",
  "official.edited",
  "topic.opened",
  "topic.edited",
  "topic.released",
  "topic.status-changed",
  "topic.solved",
  "announcement.published",
  "announcement.linked",
  "suggestion.merged",
  "suggestion.vote-added",
  "known-issue.fixed",
] as const;
