import type { site as english } from "../en/site";
import type { Translation } from "../translation";

export const site: Translation<typeof english> = {
  title: "{page} · {site}",
  kind: "社区",
  promise: "{site}社区，每条反馈都有回音。",
  navigation: {
    discussions: "讨论",
    suggestions: "建议",
    roadmap: "路线图",
    changelog: "更新日志",
    report: "报告问题",
  },
  tabs: { home: "首页", discuss: "讨论", report: "报告", suggest: "建议", you: "我" },
  account: {
    me: "我的主页",
    profile: "我的公开主页",
    settings: "个人资料",
    security: "账户安全",
    admin: "站点管理",
  },
  footer: { staff: "官方人员名单", knownIssues: "已知问题", removals: "移除记录", feed: "订阅源" },
  languageNames: { en: "English", "zh-CN": "中文" },
  languageWords: { en: "英文", "zh-CN": "中文" },
  notSetUp: {
    title: "站点还没有初始化",
    lede: "运行服务器的人会得到一个链接，用它创建第一位管理员。",
    terminal: "链接在启动 Hearback 的终端里，样子如下，只能用一次，24 小时内有效：",
    lost: "找不到链接？停止 Hearback 再重新启动，会打印一个新的，旧的随即失效。",
  },
  sample: {
    label: "示例社区",
    text: "标有“示例”的主题只是样例，让你看到有内容的站点是什么样子，并非真人所写。",
    remove: "移除示例社区",
  },
  failure: {
    home: "首页",
    back: "回到上一页",
    search: "搜索",
    reference: "如果一直这样，请把这个编号告诉站点管理员：{reference}",
    "400": {
      title: "没能读懂这个请求。",
      sentence: "地址或表单在传输中出了问题，请返回后再试一次。",
    },
    "401": {
      title: "请先登录。",
      sentence: "这一步需要账户，或者你的登录已经过期。",
    },
    "403": {
      title: "你没有权限这样做。",
      sentence: "你的账户没有这项权限。如果你认为应该有，请联系站点管理员。",
    },
    "404": {
      title: "页面不在了，或者从未有过。",
      sentence: "也可能只有别人能看到它。如果是别人发给你的链接，请检查是否完整。",
    },
    "405": {
      title: "这个地址没有可看的内容。",
      sentence: "它只接收表单。请回到上一页，从头再来。",
    },
    "409": {
      title: "刚才有了变化。",
      sentence: "请返回并刷新页面，看过现在的内容再决定。",
    },
    "410": {
      title: "这里的内容已被撤回。",
      sentence: "它曾经公开过，现在已经撤回，请不要依据它的副本行事。",
    },
    "413": {
      title: "内容太大，发不出去。",
      sentence: "请缩小文件或缩短文字。返回上一页，你填写的内容还在浏览器里。",
    },
    "415": {
      title: "这里不接收这种内容。",
      sentence: "请返回，用页面上的表单发送。",
    },
    "429": {
      title: "一下子太多了。",
      sentence: "请稍等片刻再发。返回上一页，你填写的内容还在浏览器里。",
    },
    "500": {
      title: "是我们这边出了错，不是你的问题。",
      sentence: "错误已记录，请稍后再试。如果刚才在发送内容，请先返回，浏览器里还留着。",
    },
    "503": {
      title: "暂时无法使用。",
      sentence: "站点的一部分目前连接不上，之前发出的内容都没有丢。请一分钟后再试。",
    },
  },
};
