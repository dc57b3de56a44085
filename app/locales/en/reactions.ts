export const reactions = {
  kind: {
    helpful: "Helpful",
    thanks: "Thank you",
    works: "Works for me",
    broken: "Still broken",
  },
  more: "More reactions",
  bookmark: "Bookmark",
  who: "Who reacted",
  list: {
    title: "Who reacted",
    toTopic: "To the topic “<title></title>”",
    toReply: "To what {name} wrote in “<title></title>”",
    toAnnouncement: "To the announcement “<title></title>”",
    all: "All",
    empty: "Nobody yet",
    emptyHint: "Whoever says something with one press is listed here, to members only.",
    imported:
      "{count, plural, one {# more came} other {# more came}} with the imported archive, without names.",
    label: "Reactions",
    back: "Back to it",
  },
  answered: {
    question: "Did this answer it?",
    yes: "Yes",
    no: "No",
    own: "Did it answer: {yes, number} yes, {no, number} no",
  },
};
