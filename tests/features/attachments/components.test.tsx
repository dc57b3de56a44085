import { renderToStaticMarkup } from "react-dom/server";
import type { ReactElement } from "react";
import { expect, test } from "vitest";
import { AttachmentField } from "~/features/attachments/components/attachment-field";
import { OwnUploadList } from "~/features/attachments/components/own-upload-list";
import { AttachmentGallery } from "~/features/attachments/components/attachment-gallery";
import { writeKeptUploads } from "~/features/attachments/kept-uploads";
import type { Locale } from "~/locales/locales";
import { LocaleProvider } from "~/platform/i18n/use-text";

const id = "0123456789abcdef0123456789abcdef";
const picture = {
  id,
  ownerId: 1,
  topicId: null,
  replyId: null,
  announcementId: null,
  mediaType: "image/webp" as const,
  durationMs: null,
  fileName: `"><img src=x onerror=alert(1)>.png`,
  alt: `"><script>alert(2)</script>`,
  width: 900,
  height: 1800,
  thumbWidth: 240,
  thumbHeight: 480,
  bytes: 212_000,
};

test("the field says its limits and takes several pictures without script", () => {
  const html = render(<AttachmentField />);
  expect(html).toContain("Up to 5 pictures, 8 MB each: PNG, JPG, WebP or GIF.");
  expect(html).toMatch(/<input[^>]*type="file"[^>]*name="files"[^>]*multiple/);
  expect(html).toContain('accept="image/png,image/jpeg,image/webp,image/gif,video/mp4,video/webm"');
});

test("a refused form brings its pictures back: shown, described, kept by hidden fields, removable", () => {
  const values = writeKeptUploads({
    attachments: [picture],
    refusals: [{ fileName: "notes.txt", reason: "wrong-type" }],
  });
  const html = render(<AttachmentField values={values} />);
  expect(html).toContain(`<input type="hidden" name="attachment" value="${id}"/>`);
  expect(html).toContain(`name="alt-${id}"`);
  expect(html).toMatch(new RegExp(`type="checkbox"[^>]*name="remove-attachment"[^>]*value="${id}"`));
  expect(html).toContain(`src="/files/${id}/thumb"`);
  expect(html).toContain("notes.txt is a kind of file we do not take.");
  expect(html).not.toContain("<img src=x");
  expect(html).not.toContain("<script>alert");
});

test.each(["en", "zh-CN"] as const)("each upload leads to the post it stands in, in %s", (locale) => {
  const now = new Date();
  const place = { kind: "reply" as const, number: 7, replyId: 1, title: "Swap stuck" };
  const upload = { ...picture, createdAt: now, isPublic: true, place, href: "/t/7/swap-stuck" };
  const html = render(<OwnUploadList {...{ uploads: [upload], room: "", share: 0, now }} />, locale);
  expect(html).toContain(`<a href="/t/7/swap-stuck"><bdi>Swap stuck</bdi></a>`);
});

test("in Chinese every refusal is a Chinese sentence with the name in it", () => {
  const refusals = (["too-large", "damaged", "too-many"] as const).map((reason) => ({
    fileName: "截图.png",
    reason,
  }));
  const html = render(<AttachmentField values={writeKeptUploads({ attachments: [], refusals })} />, "zh-CN");
  expect(html).toContain(
    "截图.png 太大了，每张图片不能超过 8 MB。截图.png 已损坏或是空文件，请重新保存后再添加。最多添加 5 张图片，截图.png 没有加入。",
  );
});

test("without script a button puts chosen files in, and each file has buttons that move it", () => {
  const other = { ...picture, id: "f".repeat(32) };
  const html = render(
    <AttachmentField values={writeKeptUploads({ attachments: [picture, other], refusals: [] })} />,
  );
  expect(html).toMatch(/<button[^>]*name="change-attachments"[^>]*value="add"/);
  expect(html).toMatch(new RegExp(`<button[^>]*data-file-move="1"[^>]*value="down:${id}"`));
  expect(html).toMatch(new RegExp(`<button[^>]*disabled=""[^>]*value="up:${id}"`));
});

test("a video is played in its place with its caption, and loads nothing but its beginning", () => {
  const video = { ...picture, mediaType: "video/mp4" as const, alt: "The button does nothing" };
  const html = render(<AttachmentGallery id="topic" attachments={[video]} lang="en" />);
  expect(html).toMatch(/<video controls="" preload="metadata"[^>]*width="900" height="1800"/);
  expect(html).toContain(`<source src="/files/${id}" type="video/mp4"/>`);
  expect(html).toMatch(/<figcaption lang="en"><bdi>The button does nothing/);
  expect(html).not.toContain("/thumb");
});

test("thumbnails keep their place while they load and open the whole picture", () => {
  const html = render(<AttachmentGallery id="topic" attachments={[picture]} lang="en" />);
  expect(html).toMatch(new RegExp(`<a[^>]*href="/files/${id}"`));
  expect(html).toMatch(/<img[^>]*width="240"[^>]*height="480"/);
  expect(html).not.toContain("<script>alert");
  expect(render(<AttachmentGallery id="topic" attachments={[]} />)).toBe("");
});

function render(element: ReactElement, locale: Locale = "en"): string {
  return renderToStaticMarkup(<LocaleProvider value={locale}>{element}</LocaleProvider>);
}
