import type { subscriptions as english } from "../en/subscriptions";
import type { Translation } from "../translation";

export const subscriptions: Translation<typeof english> = {
  title: "邮件订阅更新日志",
  short: "邮件订阅",
  lede: "每条更新一封邮件，无需账号，随时可以在邮件里一键退订。",
  email: "邮箱地址",
  language: "邮件语言",
  labels: "只订阅带这些标签的更新（不选则为全部）",
  subscribe: "发送确认链接",
  asked:
    "请查收邮件：如果地址无误，确认链接已经发出。点击确认之前不会发送任何更新；48 小时内未确认，地址会被删除。",
  back: "返回更新日志",
  confirm: {
    lede: "点一下确认，之后的每条更新都会发到你的邮箱。",
    button: "确认订阅",
    done: "订阅成功，下一条更新会发到你的邮箱。",
    dead: "这个链接已经用过，或已超过 48 小时。",
    again: "重新获取链接",
  },
  stop: {
    title: "退订更新邮件",
    lede: "你的地址会被删除，不再收到更新邮件。",
    button: "退订",
    done: "已退订，我们不再保留你的地址。",
  },
  confirmMail: {
    subject: "订阅{site}的更新日志？",
    text: "有人请求把新的更新日志发到这个地址。如果是你本人，请点击按钮确认；如果不是，不用做任何事，也不会再收到邮件。",
    button: "确认订阅",
  },
  entryMail: {
    heading: "更新日志有新内容",
    read: "阅读全文",
    reason: "这个地址订阅了{site}的更新日志。",
    stop: "退订",
  },
  audience: {
    title: "会通知谁",
    lede: "按实际发送的规则即时统计，发布前如有变化，结果也会随之变化。",
    again: "这条更新以前通知过，再次发布不会通知任何人。",
    summary:
      "{told, plural, =0 {站内不会通知任何人} other {将通知 # 人}}{mailed, plural, =0 {} other {，其中 # 人会收到邮件}}{subscribers, plural, =0 {。} other {，另有 # 位邮件订阅者。}}",
    see: "查看名单",
    people: "通知人数",
    byMail: "其中会收到邮件",
    subscribers: "邮件订阅者",
    why: "原因",
    reason: { voted: "投过票", affected: "遇到同样问题", follows: "关注了帖子", area: "关注了板块" },
    oneReason: { voted: "投过票", affected: "受影响", follows: "关注帖子", area: "关注板块" },
    noMail: "仅站内通知",
    appOnly: { "no-address": "邮箱未确认", bounced: "邮件被退回", "no-mail": "选择不收这类邮件" },
    leftOut: "不会通知",
    left: {
      muted: "屏蔽了所有相关帖子",
      away: "已停用或注销",
      "not-an-account": "导入的用户，没有账号",
      "chose-nothing": "选择不接收更新通知",
    },
    subscribersLeft: "未包含的订阅者",
    subscribersBecause: {
      asMembers: "作为成员已会收到",
      bounced: "邮件被退回",
      otherLabels: "订阅的是其他标签",
    },
    sample: "部分名单",
    mailed: "邮件",
    notMailed: "站内",
  },
};
