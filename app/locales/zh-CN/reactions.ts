import type { reactions as english } from "../en/reactions";
import type { Translation } from "../translation";

export const reactions: Translation<typeof english> = {
  kind: {
    helpful: "有帮助",
    thanks: "谢谢",
    works: "我这里好了",
    broken: "还是不行",
  },
  more: "更多表态",
  bookmark: "收藏",
  who: "谁表了态",
  list: {
    title: "谁表了态",
    toTopic: "对主题“<title></title>”",
    toReply: "对 {name} 在“<title></title>”中的回复",
    toAnnouncement: "对公告“<title></title>”",
    all: "全部",
    empty: "还没有人表态",
    emptyHint: "点过的人会列在这里，只有登录成员看得到。",
    imported: "另有 {count, number} 个来自导入的存档，没有姓名。",
    label: "表态",
    back: "返回原文",
  },
  answered: {
    question: "这个答复解决了吗？",
    yes: "解决了",
    no: "没有",
    own: "是否解决：{yes, number} 人说解决了，{no, number} 人说没有",
  },
};
