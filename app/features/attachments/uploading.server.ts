import type { MemberContext } from "~/features/members/context";
import { maxImageBytes as maxProcessedBytes } from "~/platform/images/limits";
import { processImage } from "~/platform/images/process-image.server";
import { ByteSource } from "~/platform/video/byte-source";
import { type CleanVideo, cleanVideo } from "~/platform/video/clean-video";
import { maxVideoBytes } from "~/platform/video/limits";
import { type VideoFault, VideoRefused, type VideoType } from "~/platform/video/port";
import { sniffedBytes, videoTypeOf } from "~/platform/video/sniff";
import { type Attachment, maxImageBytes, type UploadRefusal } from "./attachment";
import { cleanAlt, displayName } from "./display-name";
import { fileKey, sizesOf } from "./file-keys";
import { finishVideo, reserveRow, takeBack } from "./upload-rows.server";

export interface Incoming {
  fileName: string;
  /** Read once, and not necessarily to its end. */
  content: AsyncIterable<Uint8Array>;
  alt?: string;
  /** Bytes the whole request has at most, where it says so: a video reserves no more room than that. */
  declaredBytes?: number;
}

/** Nothing of what was uploaded is kept as it came; by its content, not its name, it is a picture or a video. */
export async function storeUpload(
  ctx: MemberContext,
  { fileName, content, alt = "", declaredBytes }: Incoming,
): Promise<Attachment | UploadRefusal> {
  const source = new ByteSource(content);
  const type = videoTypeOf(await source.peek(sniffedBytes));
  const upload = { fileName: displayName(fileName), alt: cleanAlt(alt) };
  const all = source.pass(Infinity);
  return type
    ? storeVideo(ctx, { ...upload, type, all, declaredBytes })
    : storeImage(ctx, { ...upload, all });
}

interface Upload {
  fileName: string;
  alt: string;
  all: AsyncIterable<Uint8Array>;
}

/** A picture of our own, WebP and a thumbnail, kept for its owner alone until `attachTo`. */
async function storeImage(ctx: MemberContext, upload: Upload): Promise<Attachment | UploadRefusal> {
  const bytes = await readAll(upload.all);
  if (!bytes) return "too-large";
  const image = await processImage(bytes);
  if (!image.ok) return image.reason;
  const { full, thumbnail } = image;
  // The row comes first: whatever happens while the files are written, the purge finds them by it.
  const row = await reserveRow(ctx, {
    ...{ fileName: upload.fileName, alt: upload.alt, mediaType: "image/webp" },
    ...{ width: full.width, height: full.height, thumbWidth: thumbnail.width, thumbHeight: thumbnail.height },
    ...{ bytes: full.bytes.byteLength, sha256: full.sha256 },
  });
  if (typeof row === "string") return row;
  try {
    const contentType = "image/webp";
    await ctx.files.put(fileKey(row.id, "full"), full.bytes, { contentType });
    await ctx.files.put(fileKey(row.id, "thumb"), thumbnail.bytes, { contentType });
    return row;
  } catch (error) {
    return storeFailed(ctx, row, error);
  }
}

/** The frames as they came, without what else the file held. It goes to the store while it comes in. */
async function storeVideo(
  ctx: MemberContext,
  { fileName, alt, all, type, declaredBytes }: Upload & { type: VideoType; declaredBytes?: number },
): Promise<Attachment | UploadRefusal> {
  const mediaType = `video/${type}` as const;
  const row = await reserveRow(ctx, {
    ...{ fileName, alt, mediaType, width: 0, height: 0, thumbWidth: 0, thumbHeight: 0 },
    ...{ bytes: Math.min(declaredBytes ?? maxVideoBytes, maxVideoBytes), sha256: "" },
  });
  if (typeof row === "string") return row;
  try {
    let video: CleanVideo | null = null;
    const clean = cleanVideo(type, all, (told) => (video = told));
    await ctx.files.put(fileKey(row.id, "video"), clean, { contentType: mediaType });
    return await finishVideo(ctx, row.id, video!);
  } catch (error) {
    if (!(error instanceof VideoRefused)) return storeFailed(ctx, row, error);
    await takeBack(ctx, row);
    return refusalOfFault[error.fault];
  }
}

const refusalOfFault: Record<VideoFault, UploadRefusal> = {
  damaged: "video-damaged",
  codec: "video-codec",
  "data-track": "video-data-track",
  "too-large": "video-too-large",
};

async function storeFailed(ctx: MemberContext, row: Attachment, error: unknown): Promise<UploadRefusal> {
  ctx.log.error({ err: error, sizes: sizesOf(row) }, "an upload could not be stored");
  await takeBack(ctx, row);
  return (error as NodeJS.ErrnoException).code === "ENOSPC" ? "store-full" : "unavailable";
}

/** All of a picture, or null when it is larger than one may be. */
async function readAll(content: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const limit = Math.min(maxImageBytes, maxProcessedBytes);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.byteLength;
    if (bytes > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
