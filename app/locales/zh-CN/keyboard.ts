import type { keyboard as english } from "../en/keyboard";
import type { Translation } from "../translation";

export const keyboard: Translation<typeof english> = {
  title: "键盘快捷键",
  lede: "按一个键就能翻看和回复。输入文字时，或者按住 Ctrl、Alt、Command 键时，快捷键不起作用。",
  footer: "键盘快捷键",
  groups: { everywhere: "任何页面", moving: "列表和回复", topic: "主题页", inbox: "团队待办" },
  next: "跳到下一行或下一条回复",
  previous: "回到上一行或上一条回复",
  open: "打开这一行，或打开这条回复下面的一支",
  vote: "给这一行、这条回复或这个主题投票，或者表示“我也遇到了”。再按一次撤回。",
  reply: "回复当前这条；没有选中回复时，回复主题",
  up: "返回列表",
  claim: "表示由我答复这一条，再按一次交还",
  preview: "在列表旁边阅读这一条",
  search: "搜索",
  help: "显示快捷键列表",
  tab: "不用快捷键，用 Tab 和 Shift+Tab 也能按阅读顺序到达页面上的每一处。",
  script: "快捷键需要 JavaScript。没有它，每个页面照样可用。",
  choice: {
    title: "单键快捷键",
    about: "如果你用语音输入，或者容易误触按键，可以把它关掉。这个设置只对当前浏览器有效。",
    on: "快捷键已开启。",
    off: "快捷键已关闭。",
    switchOff: "关闭快捷键",
    switchOn: "开启快捷键",
  },
};
