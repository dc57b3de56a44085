import type { suspensions as english } from "../en/suspensions";
import type { Translation } from "../translation";

export const suspensions: Translation<typeof english> = {
  title: "停用 {name}",
  lede: "对方会立即在所有设备上退出登录，且无法再登录；恢复之前其投票不计数。我们会发邮件告知原因和期限。",
  standing: "{name} 已被停用",
  link: { suspend: "停用", standing: "停用详情" },
  length: { "1": "一天", "7": "七天", "30": "三十天", lifted: "直到有人解除" },
  reason: {
    scam: "诈骗或冒充",
    spam: "垃圾信息",
    abuse: "辱骂他人",
    evasion: "规避之前的停用",
    other: "其他",
  },
  form: {
    length: "时长",
    reason: "原因",
    note: "附注",
    noteHint: "最多 {limit} 个字。对方尝试登录时会看到，邮件里不会出现。",
    hidePosts: "隐藏其全部内容：目前公开的 {count} 篇。解除停用时可以一并恢复。",
    submit: "停用",
    cancel: "取消",
  },
  facts: { reason: "原因", from: "开始", until: "结束", by: "操作人", note: "附注" },
  progress:
    "已随账户隐藏 {hidden} 篇内容。{shown, plural, =0 {其余没有公开的内容。} other {还有 # 篇可见，刷新页面查看进度。}}",
  left: "之前停用时隐藏的 {count} 篇内容仍未公开。",
  show: "恢复这 {count} 篇内容",
  lift: {
    showPosts: "恢复被隐藏的 {count} 篇内容",
    submit: "解除停用",
  },
  list: {
    title: "被停用的成员",
    lede: "目前无法登录的成员，最近的在前。有期限的停用到期自动结束。",
    empty: "没有成员被停用。",
    older: "查看更多",
  },
};
