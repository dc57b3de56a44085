import type { attachments as english } from "../en/attachments";
import type { Translation } from "../translation";

export const attachments: Translation<typeof english> = {
  label: "截图或短视频",
  hint: "最多 {limit, number} 张图片，每张不超过 {megabytes, number} MB，支持 PNG、JPG、WebP、GIF。可加一个不超过 {videoMegabytes, number} MB 的 MP4 或 WebM 视频。位置和拍摄信息会自动去除。",
  stored: "{size}，已去除位置信息",
  storedVideo: "视频，{size}，已去除位置信息",
  video: "视频",
  videoNamed: "视频：{description}",
  own: {
    title: "我的文件",
    lede: "你在这里添加过的全部图片和视频。删除后，它会从帖子里消失，站上各种尺寸的副本也一并删除。",
    room: "已用 {used}，共 {limit}",
    where: {
      waiting: "还没有用在任何帖子里",
      draft: "在草稿里",
      topic: "用在《<title></title>》",
      reply: "用在《<title></title>》的回复里",
      announcement: "用在公告《<title></title>》里",
      gone: "所在的内容已删除",
    },
    hidden: "只有你和团队能看到",
    added: "添加于",
    delete: "删除",
    deleteNamed: "删除 {name}",
    deleted: "{name} 已删除，文件会在一分钟内清除。",
    empty: "还没有上传过文件。",
    emptyHint: "你添加到帖子里的图片和视频会列在这里。",
    older: "更早的文件",
  },
};
