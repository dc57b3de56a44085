import type { holding as english } from "../en/holding";
import type { Translation } from "../translation";

export const holding: Translation<typeof english> = {
  why: {
    contacts: "内容里有联系方式。骗子常借此把人引到站外，所以新账号的这类帖子要先审核。",
    links: "内容里有链接，新账号发的链接要先审核。",
    keyword: "内容里有需要先审核的词语。",
    images: "内容里有图片或视频，新账号发的图片要先审核。",
    "first-post": "这里新账号的前几篇帖子要先审核。",
  },
  settings: {
    title: "先审后发",
    lede: "哪些帖子要经版主审核才公开。作者自己马上能看到，并附有原因。团队成员和受信任的成员不受影响。",
    newcomers: {
      title: "新成员",
      text: "邮箱未验证、注册不满一天，或还没有一篇通过的帖子的账号。",
    },
    contacts: "拦下联系方式：邮箱、电话、Telegram、WhatsApp、微信、QQ、Discord",
    links: "拦下链接",
    images: "拦下图片和视频",
    hosts: "任何人都可以链接的域名",
    hostsHint: "每行一个，含其下所有子域名，例如区块浏览器、你们自己的网页。本站始终包括在内。",
    everybody: { title: "受信任成员以外的所有人", text: "编辑后的内容同样检查，只看新增的部分。" },
    firstPosts: "每个账号前几篇帖子要审核",
    firstPostsHint: "0 到 {limit}。填 0 时，首帖没有其他原因就直接公开。",
    keywords: "关键词",
    keywordsHint: "每行一个，最多 {limit} 个。拉丁字母按整词匹配；中文出现在任何位置都算，简体繁体通用。",
  },
};
