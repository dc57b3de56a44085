import type { feeds as english } from "../en/feeds";
import type { Translation } from "../translation";

export const feeds: Translation<typeof english> = {
  titles: {
    all: "全部动态",
    changelog: "更新日志",
    official: "官方回复",
    suggestions: "建议",
  },
  of: "{what} · {site}",
  subtitles: {
    all: "新帖子、官方回复和更新日志。",
    changelog: "每一项改动，以及是谁提出来的。",
    official: "官方的答复，最新的在前。",
    suggestions: "新提出的建议。",
    area: "{area}里的新帖子。",
    topic: "这个帖子里的全部内容。",
  },
  released: "{release}：{title}",
  officialOn: "{type}：{title}",
  replyBy: "{name} 在《{title}》中",
  officialAuthor: "{name}，{title}",
  subscribe: "订阅",
  formats: { atom: "Atom", json: "JSON" },
  list: {
    title: "订阅源",
    lede: "在阅读器里关注本站，不用注册，也不用留邮箱。",
    site: "全站",
    areas: "按分区",
    feedAs: "{title}（{format} 格式）",
    topics: "每个帖子也有自己的订阅源：把帖子的网址交给阅读器即可。",
  },
};
