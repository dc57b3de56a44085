import type { savedReplies as english } from "../en/saved-replies";
import type { Translation } from "../translation";

export const savedReplies: Translation<typeof english> = {
  title: "常用回复",
  lede: "团队答复时常用的开头，负责答复的人都可以选用。",
  empty: "还没有常用回复。",
  new: "新写一条",
  edit: "修改常用回复",
  add: "添加",
  save: "保存",
  delete: "删除",
  name: "名称",
  nameHint: "只有团队能看到，最多 60 个字符。",
  text: "{language}内容",
  variables: "花括号里的内容会自动填入：",
  variable: {
    name: "提问者，",
    title: "标题，",
    area: "分区，",
    number: "编号，",
    release: "最新版本，",
    me: "你的名字。",
  },
  pick: "用常用回复开头",
  none: "不使用",
  insert: "插入",
};
