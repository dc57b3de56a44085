import { type SampleTopic, team } from "./community";

export const sampleDiscussions: readonly SampleTopic[] = [
  {
    kind: "problem",
    areas: ["technical"],
    author: 0,
    daysAgo: 20,
    title: "Sample: The app closes when I open the settings",
    supporters: 4,
    body: `**What I did:** opened the app, tapped the gear.

**What I expected:** the settings.

**What happened:** the app closed without a message. It does so every time since version 2.4.0, on two different phones.

1. Open the app
2. Tap the gear
3. Back on the home screen of the phone`,
    replies: [
      {
        author: 2,
        hours: 2,
        body: "The same here, since yesterday's update. Restarting the phone changes nothing.",
      },
      { author: 0, to: 0, hours: 3, body: "Thank you. Which phone is it? Mine runs Android 14." },
      { author: 2, to: 1, hours: 4, body: "Android 14 as well. A friend with Android 13 does not have it." },
      {
        author: team,
        hours: 20,
        body: "Thank you for the steps, they let us see it ourselves. It happens on Android 14 when the system font is enlarged. Until there is a new version, setting the font to its usual size lets you open the settings.",
        official: { type: "workaround", status: "known-issue" },
      },
      { author: 0, to: 3, hours: 22, body: "That works for now, thank you." },
      {
        author: team,
        hours: 170,
        body: "Fixed in 2.4.1. Please tell us here if it still happens to you.",
        official: { type: "fixed-in", status: "solved", isAnnounced: true },
        isSolution: true,
      },
    ],
  },
  {
    kind: "problem",
    areas: ["technical"],
    author: 1,
    daysAgo: 6,
    title: "示例：更新后一直停在加载页面",
    supporters: 2,
    body: `**我的操作：** 今天更新到最新版本，然后打开应用。

**我以为会：** 像平时一样进入首页。

**实际情况：** 一直停在加载页面，等了十分钟也没有变化。

手机是 Android 13，网络正常，其他应用都没问题。`,
    replies: [
      { author: 3, hours: 1, body: "我也是。切换到移动网络后就能打开了，你可以试试。" },
      { author: 1, to: 0, hours: 2, body: "试了，移动网络确实可以，换回家里的 Wi-Fi 又不行。" },
      {
        author: team,
        hours: 8,
        body: "感谢两位的说明。我们正在检查部分宽带网络下的连接问题。能否告诉我们你的宽带运营商和所在省份？请不要填写地址等个人信息。",
        official: { type: "needs-information", status: "investigating" },
      },
      { author: 1, to: 2, hours: 9, body: "浙江，联通宽带。" },
    ],
  },
  {
    kind: "question",
    areas: ["account", "how-to"],
    author: 2,
    daysAgo: 12,
    title: "Sample: Can I use one account on two phones?",
    body: "I have a phone for work and one for home. Can both be signed in at the same time, and does one see what I change on the other?",
    replies: [
      {
        author: 3,
        hours: 5,
        body: "Yes, both stay signed in. What you change on one appears on the other within a minute.",
        isSolution: true,
      },
      { author: 2, to: 0, hours: 6, body: "Good to know, thank you!" },
    ],
  },
  {
    kind: "question",
    areas: ["account", "how-to"],
    author: 3,
    daysAgo: 4,
    title: "示例：怎样更换登录邮箱？",
    body: "原来的邮箱快要停用了，想换成新的。设置里只看到修改密码，没有找到更换邮箱的地方。",
    replies: [
      {
        author: team,
        hours: 7,
        body: "目前还不能自己更换，这个功能已经在开发。在那之前，请保留旧邮箱，登录不受影响。",
        official: { type: "planned", status: "acknowledged" },
      },
      { author: 3, to: 0, hours: 8, body: "好的，等这个功能上线。" },
    ],
  },
  {
    kind: "experience",
    areas: ["experience"],
    author: 0,
    daysAgo: 9,
    title: "Sample: Two weeks with the new home screen",
    body: `At first I missed the old list. After two weeks I would not go back: what I need every day is one tap away.

Two things still cost me time:

- the order of the cards cannot be changed,
- the search forgets what I typed when I leave the page.`,
    replies: [
      { author: 2, hours: 3, body: "I agree about the cards. I never use the third one." },
      { author: 0, to: 0, hours: 4, body: "Which one would you want there?" },
      { author: 2, to: 1, hours: 5, body: "Recent activity. I open it ten times a day." },
      { author: 1, to: 2, hours: 9, body: "我也想要最近动态放在第一个。" },
      { author: 0, to: 3, hours: 10, body: "That makes three of us. I have written a suggestion for it." },
    ],
  },
  {
    kind: "experience",
    areas: ["experience"],
    author: 3,
    daysAgo: 2,
    title: "示例：第一次使用的感受",
    body: "注册只花了两分钟，说明写得很清楚。唯一不太明白的是通知设置：选项很多，不知道哪些是必须的。建议给一个推荐的默认选择。",
    replies: [{ author: 1, hours: 6, body: "同感。我只开了安全相关的通知，其他都关掉了。" }],
  },
  {
    kind: "problem",
    areas: ["transaction", "technical"],
    author: 2,
    daysAgo: 1,
    title: "Sample: A payment has been pending for two hours",
    supporters: 1,
    body: `**What I did:** sent a payment at 09:40 UTC.

**What I expected:** that it arrives within minutes, as always.

**What happened:** it still says "pending". Nothing has left or arrived.`,
    replies: [
      { author: 0, hours: 1, body: "Mine took an hour this morning and then went through by itself." },
      { author: 2, to: 0, hours: 2, body: "I will wait then, and write here what becomes of it." },
    ],
  },
];
