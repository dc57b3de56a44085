export const holding = {
  why: {
    contacts:
      "It holds contact details, which swindlers use to lead people away, so new accounts wait for a look.",
    links: "It holds a link, and links of new accounts wait for a look.",
    keyword: "It holds words that are looked at first here.",
    images: "It holds pictures, and pictures of new accounts wait for a look.",
    "first-post": "The first posts of an account wait for a look here.",
  },
  settings: {
    title: "Held posts",
    lede: "What waits for a moderator before anybody else sees it. Its author sees it at once, with the reason. The team and trusted members never wait.",
    newcomers: {
      title: "Newcomers",
      text: "Accounts without a confirmed address, younger than a day, or without a post that went through.",
    },
    contacts:
      "Hold contact details: mail addresses, telephone numbers, Telegram, WhatsApp, WeChat, QQ, Discord",
    links: "Hold links",
    images: "Hold pictures and videos",
    hosts: "Hosts anybody may link to",
    hostsHint:
      "One a line, with everything below it: explorers, your own pages. This site is always among them.",
    everybody: {
      title: "Everybody but trusted members",
      text: "Edits are looked at too: what they add counts.",
    },
    firstPosts: "How many first posts of an account wait",
    firstPostsHint: "From 0 to {limit}. With 0, first posts go through unless something else holds them.",
    keywords: "Keywords",
    keywordsHint:
      "One a line, {limit} at most. Latin letters match whole words; Chinese matches anywhere, Simplified or Traditional.",
  },
};
