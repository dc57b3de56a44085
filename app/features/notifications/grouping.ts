import type { NoticeRow } from "./reading.server";

/** Notices shown as one line: the replies of a topic, or a single notice. */
export interface NoticeGroup {
  /** The newest of them, whose words and place the line has. */
  first: NoticeRow;
  ids: number[];
  /** Who did it, the latest first, each once. */
  names: string[];
  isUnread: boolean;
  /** Where reading begins. */
  oldestReplyId: number | null;
}

/** Folds the replies of one topic together, read and unread apart, at the place of the newest. */
export function groupNotices(notices: readonly NoticeRow[]): NoticeGroup[] {
  const groups = new Map<string, NoticeGroup>();
  for (const notice of notices) {
    const isFolded = notice.type === "reply" && notice.topic;
    const key = isFolded ? `${notice.topic!.id} ${notice.isUnread}` : `one ${notice.id}`;
    const name = notice.actor?.displayName;
    const group = groups.get(key);
    if (!group) {
      groups.set(key, {
        first: notice,
        ids: [notice.id],
        names: name ? [name] : [],
        isUnread: notice.isUnread,
        oldestReplyId: notice.replyId,
      });
      continue;
    }
    group.ids.push(notice.id);
    group.oldestReplyId = notice.replyId;
    if (name && !group.names.includes(name)) group.names.push(name);
  }
  return [...groups.values()];
}
