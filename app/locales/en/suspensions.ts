export const suspensions = {
  title: "Suspend {name}",
  lede: "They are signed out everywhere at once and cannot sign in. Their votes do not count until they are back. They are told by mail what happened and until when.",
  standing: "{name} is suspended",
  link: { suspend: "Suspend", standing: "Suspension" },
  length: { "1": "One day", "7": "Seven days", "30": "Thirty days", lifted: "Until somebody lifts it" },
  reason: {
    scam: "Scams or impersonation",
    spam: "Spam",
    abuse: "Abuse of others",
    evasion: "Going around an earlier suspension",
    other: "Something else",
  },
  form: {
    length: "How long",
    reason: "Reason",
    note: "Note",
    noteHint: "At most {limit} characters. They read it when they try to sign in; it is not in the mail.",
    hidePosts:
      "Hide everything they wrote: {count, plural, one {# post} other {# posts}} that everybody sees now. Lifting the suspension can show it again.",
    submit: "Suspend",
    cancel: "Cancel",
  },
  facts: { reason: "Reason", from: "Since", until: "Until", by: "By", note: "Note" },
  progress:
    "{hidden, plural, one {# post is} other {# posts are}} hidden with them. {shown, plural, =0 {Nothing else is to be seen.} one {# is still to be seen; reload to see how far it has come.} other {# are still to be seen; reload to see how far it has come.}}",
  left: "{count, plural, one {# post} other {# posts}} hidden with an earlier suspension stayed hidden.",
  show: "Show {count, plural, one {it} other {them}} again",
  lift: {
    showPosts: "Show what was hidden again: {count, plural, one {# post} other {# posts}}",
    submit: "Lift the suspension",
  },
  list: {
    title: "Suspended members",
    lede: "Who cannot sign in now, the latest first. A suspension with an end ends by itself.",
    empty: "Nobody is suspended.",
    older: "Show more",
  },
};
