export interface FileLimits {
  accept: string;
  /** Of pictures. */
  maxCount: number;
  maxVideos: number;
  maxImageBytes: number;
  maxVideoBytes: number;
}

export type FileRefusal =
  "wrong-type" | "too-many" | "too-many-videos" | "image-too-large" | "video-too-large";

/** Why a file cannot go along, or null. The server decides again; this only saves the wait. */
export function refusalOf(
  file: { type: string; size: number },
  taken: { images: number; videos: number },
  limits: FileLimits,
): FileRefusal | null {
  if (!accepts(limits.accept, file.type)) return "wrong-type";
  const isVideo = isVideoType(file.type);
  if (isVideo ? taken.videos >= limits.maxVideos : taken.images >= limits.maxCount)
    return isVideo ? "too-many-videos" : "too-many";
  if (isVideo) return file.size > limits.maxVideoBytes ? "video-too-large" : null;
  return file.size > limits.maxImageBytes ? "image-too-large" : null;
}

function accepts(accept: string, type: string): boolean {
  const kinds = accept.split(",").map((kind) => kind.trim());
  return kinds.some((kind) => kind === type || (kind.endsWith("/*") && type.startsWith(kind.slice(0, -1))));
}

export function isVideoType(type: string): boolean {
  return type.startsWith("video/");
}
