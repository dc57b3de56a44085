import { randomBytes } from "node:crypto";
import type { Context } from "~/features/members/context";
import { processImage } from "~/platform/images/process-image.server";
import type { FileContent } from "~/platform/storage/port";

const largestMarkBytes = 8 * 1024 * 1024;

/** Makes the site's mark of an uploaded picture. Answers with its key, or null when it cannot be used. */
export async function storeMark({ files }: Pick<Context, "files">, file: File): Promise<string | null> {
  if (file.size === 0 || file.size > largestMarkBytes) return null;
  const image = await processImage(new Uint8Array(await file.arrayBuffer()));
  if (!image.ok) return null;
  const key = randomBytes(12).toString("hex");
  await files.put(fileKey(key), image.thumbnail.bytes, { contentType: "image/webp" });
  return key;
}

export async function readMark({ files }: Pick<Context, "files">, key: string): Promise<FileContent | null> {
  return /^[0-9a-f]{24}$/.test(key) ? files.get(fileKey(key)) : null;
}

export async function deleteMark({ files }: Pick<Context, "files">, key: string | null): Promise<void> {
  if (key) await files.delete(fileKey(key));
}

function fileKey(key: string): string {
  return `site/mark-${key}.webp`;
}
