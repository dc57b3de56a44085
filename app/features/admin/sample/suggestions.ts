import { type SampleTopic, team } from "./community";

export const sampleSuggestions: readonly SampleTopic[] = [
  {
    kind: "suggestion",
    areas: ["experience"],
    author: 2,
    daysAgo: 40,
    supporters: 4,
    title: "Sample: Dark colours that follow the system",
    body: "In the evening the white pages are too bright. Please let the app follow the setting of the phone, so that it turns dark by itself.",
    replies: [
      { author: 1, hours: 10, body: "支持，晚上看屏幕眼睛很累。" },
      {
        author: team,
        hours: 72,
        body: "We are building this. It will follow the system, and there will be a switch for those who want it always dark.",
        official: { type: "planned", status: "started" },
      },
      {
        author: team,
        hours: 650,
        body: "It is here, in version 2.4.1. Thank you for asking for it.",
        official: { type: "fixed-in", status: "shipped", isAnnounced: true },
      },
    ],
  },
  {
    kind: "suggestion",
    areas: ["transaction", "technical"],
    author: 1,
    daysAgo: 15,
    supporters: 3,
    title: "示例：支持把记录导出为表格",
    body: "每个月都要手动抄一遍记录来对账。希望可以按月份导出为 CSV 表格，包含时间、类型、数量和备注。",
    replies: [
      { author: 3, hours: 4, body: "很需要，尤其是报税的时候。" },
      {
        author: team,
        hours: 60,
        body: "已列入计划。第一版会支持按日期导出 CSV。",
        official: { type: "planned", status: "planned" },
      },
    ],
  },
  {
    kind: "suggestion",
    areas: ["transaction", "experience"],
    author: 0,
    daysAgo: 8,
    supporters: 2,
    title: "Sample: Show the fee before I confirm",
    body: "Today the fee appears only after I have confirmed. Please show it one step earlier, with the total beside it.",
    replies: [
      {
        author: 2,
        hours: 12,
        body: "And in my own currency, please. I always open a second app to convert it.",
      },
    ],
  },
  {
    kind: "suggestion",
    areas: ["experience"],
    author: 3,
    daysAgo: 3,
    supporters: 1,
    title: "示例：通知可以按类型静音",
    body: "活动通知太多，但又不想错过安全提醒。希望可以分类型设置静音，比如安全提醒始终打开，活动只在白天提醒。",
    replies: [
      {
        author: team,
        hours: 20,
        body: "感谢建议，我们正在整理通知的分类，会在这里告知结果。",
        official: { type: "answer", status: "under-review" },
      },
    ],
  },
];
