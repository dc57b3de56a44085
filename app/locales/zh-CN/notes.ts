import type { notes as english } from "../en/notes";
import type { Translation } from "../translation";

export const notes: Translation<typeof english> = {
  title: "团队备注",
  lede: "只有官方人员能看到，不会进入搜索、订阅、邮件或通知。",
  panel: "仅团队可见",
  none: "还没有备注。",
  write: "告诉团队",
  hint: "只有官方人员能看到。",
  add: "添加备注",
  edit: "修改备注",
  save: "保存备注",
  editAct: "修改",
  delete: "删除",
  edited: "已修改",
  deleted: "这条备注已删除。",
  deletedBy: "这条备注已由 {name} 删除。",
};
