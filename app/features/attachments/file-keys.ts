import { isVideo } from "./attachment";

export type FileSize = "full" | "thumb" | "video";

/** Every size a file may have: what is deleted is deleted under all of these names. */
export const fileSizes: readonly FileSize[] = ["full", "thumb", "video"];

const endings: Record<FileSize, string> = { full: ".webp", thumb: "-thumb.webp", video: ".video" };

/** Where the store keeps one size of a file. Built from the random id alone, never from a name a person chose. */
export function fileKey(id: string, size: FileSize): string {
  return `uploads/${id.slice(0, 2)}/${id}${endings[size]}`;
}

/** The sizes this one is kept in. */
export function sizesOf(attachment: { mediaType: string }): readonly FileSize[] {
  return isVideo(attachment) ? ["video"] : ["full", "thumb"];
}

/** The id in a key that `fileKey` made, or null. */
export function idOfKey(key: string): string | null {
  return /^uploads\/[0-9a-f]{2}\/([0-9a-f]{32})(?:\.webp|-thumb\.webp|\.video)$/.exec(key)?.[1] ?? null;
}
