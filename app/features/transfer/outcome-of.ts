import type { Board, TopicStatus } from "~/features/topics/topic";
import type { SourceTopic } from "./source-topic";

const waitingLabel = /on.?hold|need.?repro|working in progress|in progress|planning|planned/i;

/** The status a topic of a tracker has here, by how it ended or what its labels say. */
export function outcomeOf(topic: SourceTopic, board: Board): TopicStatus {
  const isWaiting = topic.labels.some((label) => waitingLabel.test(label));
  if (topic.isOpen) {
    if (board === "suggestion") return isWaiting ? "planned" : topic.isPull ? "under-review" : "open";
    return isWaiting ? "investigating" : "open";
  }
  const isRefused =
    topic.ending === "declined" || topic.labels.some((label) => /wontfix|invalid|duplicate/i.test(label));
  if (board === "suggestion") return isRefused ? "declined" : "shipped";
  return isRefused ? "closed" : "solved";
}

/**
 * The letter among the replies: what the team member who closed a topic wrote last before or just after closing it.
 * Null when nobody of the team closed it, or without a word: then nothing here is certain to be an answer of the team.
 * Neither is what was said while a change was reviewed and merged.
 */
export function decisiveReply(topic: SourceTopic, isTeam: (login: string) => boolean): number | null {
  const { closedAt, closedBy } = topic;
  if (
    topic.ending === "merged" ||
    !closedAt ||
    !closedBy ||
    !isTeam(closedBy.login) ||
    closedBy.login === topic.author.login
  )
    return null;
  const latest = closedAt.getTime() + minutesAfterClosing * 60_000;
  const earliest = closedAt.getTime() - daysBeforeClosing * 86_400_000;
  const index = topic.replies.findLastIndex(({ externalId, author, createdAt }) => {
    const at = createdAt.getTime();
    return (
      externalId.startsWith("comment-") && author.login === closedBy.login && at >= earliest && at <= latest
    );
  });
  return index === -1 ? null : index;
}

const minutesAfterClosing = 60;
const daysBeforeClosing = 7;
