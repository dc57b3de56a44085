import type { live as english } from "../en/live";
import type { Translation } from "../translation";

export const live: Translation<typeof english> = {
  newReplies: { one: "有 {count} 条新回复", other: "有 {count} 条新回复" },
  newTopics: { one: "有 {count} 个新帖子", other: "有 {count} 个新帖子" },
  statusChanged: "状态已更新",
  reset: "这个页面有新内容",
};
