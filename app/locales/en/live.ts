export const live = {
  newReplies: { one: "{count} new reply", other: "{count} new replies" },
  newTopics: { one: "{count} new topic", other: "{count} new topics" },
  statusChanged: "The status has changed",
  reset: "There is news since you opened this page",
};
