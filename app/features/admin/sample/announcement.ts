import type { SampleAnnouncement } from "./community";

export const sampleAnnouncement: SampleAnnouncement = {
  daysAgo: 13,
  release: "2.4.1",
  title: "Sample: Version 2.4.1 · 示例：2.4.1 版本",
  body: `An example of an announcement. The topics it answers stand below it, and each of them points back here.

- **New:** dark colours that follow the system.
- **Fixed:** the settings open again on Android 14 with enlarged fonts.

这是一则更新公告的示例。它所回应的主题列在下方，那些主题也会指回这里。

- **新增：** 跟随系统的深色模式。
- **修复：** Android 14 放大字体后打不开设置的问题。`,
};
