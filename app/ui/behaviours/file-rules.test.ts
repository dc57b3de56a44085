import { expect, test } from "vitest";
import { refusalOf } from "./file-rules";

const limits = {
  accept: "image/png, image/jpeg,video/mp4",
  maxCount: 2,
  maxVideos: 1,
  maxImageBytes: 100,
  maxVideoBytes: 1000,
};

const none = { images: 0, videos: 0 };

test("a picture within the limits goes along", () => {
  expect(refusalOf({ type: "image/png", size: 100 }, { images: 1, videos: 0 }, limits)).toBeNull();
});

test("a file of another kind is refused before its size is looked at", () => {
  expect(refusalOf({ type: "image/svg+xml", size: 5000 }, none, limits)).toBe("wrong-type");
  expect(refusalOf({ type: "", size: 1 }, none, limits)).toBe("wrong-type");
});

test("one file too many is refused", () => {
  expect(refusalOf({ type: "image/png", size: 1 }, { images: 2, videos: 0 }, limits)).toBe("too-many");
});

test("pictures and videos have limits of their own", () => {
  expect(refusalOf({ type: "image/jpeg", size: 101 }, none, limits)).toBe("image-too-large");
  expect(refusalOf({ type: "video/mp4", size: 1000 }, none, limits)).toBeNull();
  expect(refusalOf({ type: "video/mp4", size: 1001 }, none, limits)).toBe("video-too-large");
});

test("beside all pictures there is room for one video", () => {
  const video = { type: "video/mp4", size: 9 };
  expect(refusalOf(video, { images: 2, videos: 0 }, limits)).toBeNull();
  expect(refusalOf(video, { images: 0, videos: 1 }, limits)).toBe("too-many-videos");
});

test("a whole family of types can be accepted", () => {
  expect(refusalOf({ type: "image/webp", size: 1 }, none, { ...limits, accept: "image/*" })).toBeNull();
});
