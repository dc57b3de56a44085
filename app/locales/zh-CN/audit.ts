import type { audit as english } from "../en/audit";
import type { Translation } from "../translation";

export const audit: Translation<typeof english> = {
  title: "审计日志",
  lede: "必须留存的记录：谁在何时做了什么、为什么。这里的内容不会被修改或删除，只有管理员能看到。",
  filter: "显示内容",
  all: "全部",
  number: "第 {id, number} 条",
  system: "命令行",
  empty: "这里还没有记录。",
  emptyHint: "静默发出的官方回复、角色和设置的变更，从现在起都会记录在此。",
  chain: {
    whole: "链条完整：{count, plural, =0 {还没有记录} other {全部 # 条记录都与写入时一致}}。",
    wholePart: "最新的 {count, number} 条记录与写入时一致。doctor 命令会检查整份日志。",
    broken: "链条在第 {id, number} 条断开：有内容在站点之外被改动或删除，请与备份对照。",
  },
  kinds: {
    "official-posted-quietly": "静默发出官方回复",
    "official-edited-quietly": "静默编辑官方回复",
    "official-deleted": "删除官方回复",
    "role-changed": "更改角色",
    "site-changed": "更改设置",
    "statuses-changed": "更改状态名称",
    "post-moderated": "对帖子的处理",
  },
  details: {
    act: "处理",
    waited: "待办类型",
    decision: "决定编号",
    topic: "帖子",
    reply: "回复",
    reference: "编号",
    reason: "理由",
    member: "成员",
    from: "原为",
    to: "改为",
    setting: "设置项",
    version: "版本",
  },
};
