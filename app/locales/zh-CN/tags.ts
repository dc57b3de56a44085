import type { tags as english } from "../en/tags";
import type { Translation } from "../translation";

export const tags: Translation<typeof english> = {
  title: "标签",
  lede: "不论在哪个分区，讨论和建议都能按标签找到。",
  count: "{count, plural, =0 {未使用} other {# 个主题}}",
  many: "{count, number}+ 个主题",
  votes: "{count, number} 票",
  reserved: "团队专用",
  more: "更多标签",
  moreTopics: "更早的主题",
  empty: "还没有标签。",
  emptyText: "第一个用到某个标签的主题会创建它。",
  edit: "编辑标签",
  of: "标签：{name}",
  noTopics: "没有主题使用这个标签。",
  form: {
    pageTitle: "标签“{name}”",
    name: "名称",
    nameHint: "旧名称仍能找到它。",
    reserved: "只有团队可以添加或移除",
    save: "保存",
    merge: "合并到另一个标签",
    mergeLede: "所有带“{name}”的主题都会改用另一个标签，这个名称也会指向它。",
    into: "另一个标签的名称",
    confirmMerge: "合并",
    remove: "删除标签",
    removeLede: "它会从{count, plural, =0 {零个主题} other { # 个主题}}上移除，无法撤销。",
    confirmRemove: "删除标签",
  },
};
