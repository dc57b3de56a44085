export const site = {
  title: "{page} · {site}",
  kind: "Community",
  promise: "{site} community. Every report is heard back.",
  navigation: {
    discussions: "Discussions",
    suggestions: "Suggestions",
    roadmap: "Roadmap",
    changelog: "Changelog",
    report: "Report a problem",
  },
  tabs: { home: "Home", discuss: "Discuss", report: "Report", suggest: "Suggest", you: "You" },
  account: {
    me: "Your page",
    profile: "Your public page",
    settings: "Profile settings",
    security: "Security",
    admin: "Manage the site",
  },
  footer: {
    staff: "Who is staff",
    knownIssues: "Known issues",
    removals: "What was taken away",
    feed: "Feeds",
  },
  languageNames: { en: "English", "zh-CN": "中文" },
  languageWords: { en: "English", "zh-CN": "Chinese" },
  notSetUp: {
    title: "This site is not set up yet",
    lede: "Whoever runs the server gets a link that makes the first administrator.",
    terminal:
      "The link was printed where Hearback was started. It looks like this, works once and for 24 hours:",
    lost: "No link to be seen? Stop Hearback and start it again: it prints a new one, and the old one stops working.",
  },
  sample: {
    label: "Sample community",
    text: "The topics marked “sample” are examples, so that you can see the site with something in it. Nobody real wrote them.",
    remove: "Remove the sample community",
  },
  failure: {
    home: "Home",
    back: "Back to the page before",
    search: "Search",
    reference: "If it keeps happening, tell the people who run this site this number: {reference}",
    "400": {
      title: "This could not be read.",
      sentence:
        "Something about the address or the form was broken on its way here. Go back and try it again.",
    },
    "401": {
      title: "Sign in to go on.",
      sentence: "This needs an account, or your sign-in has run out.",
    },
    "403": {
      title: "This is not yours to do.",
      sentence:
        "Your account does not have the right to it. If you think it should, ask the people who run this site.",
    },
    "404": {
      title: "This page moved or never was.",
      sentence:
        "Or it is there and only for somebody else. If someone sent you this link, check that it is complete.",
    },
    "405": {
      title: "There is nothing to see at this address.",
      sentence: "It only takes forms. What you were doing is best begun again from the page before.",
    },
    "409": {
      title: "Something changed in the meantime.",
      sentence: "Go back and load the page again, then decide with what is there now.",
    },
    "410": {
      title: "This was taken back.",
      sentence: "It was public here and has been withdrawn. Do not rely on a copy of it.",
    },
    "413": {
      title: "That is too large to send.",
      sentence: "Make the files or the text smaller. Your browser still has them: go back to change them.",
    },
    "415": {
      title: "That kind of content is not taken here.",
      sentence: "Go back and send the form as it stands on the page.",
    },
    "429": {
      title: "That was a lot at once.",
      sentence: "Wait a little and send it again. Your browser still has what you typed: go back to find it.",
    },
    "500": {
      title: "Something broke here, not with you.",
      sentence:
        "It has been noted. Try again in a moment; if you were sending something, go back first, your browser still has it.",
    },
    "503": {
      title: "Not available for the moment.",
      sentence:
        "A part of this site cannot be reached. Nothing that was sent before is lost. Try again in a minute.",
    },
  },
};
