import type { following as english } from "../en/following";
import type { Translation } from "../translation";

export const following: Translation<typeof english> = {
  title: {
    following: "你会收到更新",
    official: "你会收到更新",
    muted: "你不会收到更新",
    none: "有进展时通知你",
  },
  why: "{reason}{what}",
  reason: {
    author: "因为这是你发的。",
    replied: "因为你回复过。",
    voted: "因为你投了票。",
    merged: "因为你关注的一条合并到了这里。",
    affected: "因为你也遇到了。",
    asked: "因为你选择了关注。",
    area: "因为你对“{area}”版块的设置。",
  },
  what: {
    following: "有新回复、官方回复或状态变化时通知你。",
    official: "只在有官方回复或状态变化时通知你。",
    muted: "无论你在这里做什么，都不会收到通知。",
  },
  none: "有新回复、官方回复或状态变化时通知你，随时可以取消。",
  level: {
    following: "全部",
    official: "只看官方",
    muted: "不通知",
  },
  follow: "关注",
  change: "更改",
  save: "保存",
  choose: "接收哪些通知",
  ofArea: "设置整个“{area}”版块",
  area: {
    title: "“{area}”的更新",
    lede: "对这个版块的所有主题有效，包括以后的新主题。你对单个主题的选择优先。",
    none: "不设置",
    noneHint: "只通知你发起、回复、投票或关注的主题。",
    followingHint: "新主题、所有回复、官方回复和状态变化。",
    officialHint: "只有官方回复和状态变化。",
    mutedHint: "什么都不通知，你自己发起或关注的主题除外。",
  },
};
