/** Pictures of one post. */
export const maxAttachments = 5;
export const maxVideos = 1;
export const maxImageBytes = 8_000_000;
export const maxAltCharacters = 300;
export const maxFileNameCharacters = 100;
/** Uploaded and not yet part of any post, per member: bounds what one account can make the site keep. */
export const maxWaitingUploads = 40;
export const acceptedTypes = [
  ...["image/png", "image/jpeg", "image/webp", "image/gif"],
  ...["video/mp4", "video/webm"],
] as const;

export type MediaType = "image/webp" | "video/mp4" | "video/webm";

/** Names of the fields a form with pictures has. `alt` comes once for each new file, in the order of the files. */
export const fields = {
  files: "files",
  alt: "alt",
  kept: "attachment",
  keptAlt: (id: string) => `alt-${id}`,
  remove: "remove-attachment",
  /** A button that changes what is attached and brings the form back: see `FilesRequest`. */
  change: "change-attachments",
} as const;

/** A stored picture or video. All but its owner and where it hangs is meant for the page. */
export interface Attachment {
  id: string;
  ownerId: number;
  topicId: number | null;
  replyId: number | null;
  announcementId: number | null;
  mediaType: MediaType;
  fileName: string;
  /** What a picture shows, or the caption of a video. */
  alt: string;
  width: number;
  height: number;
  thumbWidth: number;
  thumbHeight: number;
  bytes: number;
  /** Of a video that says it. */
  durationMs: number | null;
}

/** What a picture can hang on. Exactly one is given. */
export type AttachmentTarget = { topicId: number } | { replyId: number } | { announcementId: number };

export type UploadRefusal =
  | "too-large"
  | "wrong-type"
  | "too-many-pixels"
  | "animated-too-long"
  | "damaged"
  | "busy"
  /** The store did not take it. */
  | "unavailable"
  /** The store has no room at all. */
  | "store-full"
  | "too-many"
  | "too-many-waiting"
  | "too-many-videos"
  | "video-too-large"
  | "video-damaged"
  | "video-codec"
  | "video-data-track"
  /** No room left of what one member may keep. */
  | "quota";

/** Why one file was not taken. The file name is cleaned for display. */
export interface RefusedUpload {
  fileName: string;
  reason: UploadRefusal;
}

export function isVideo({ mediaType }: { mediaType: string }): boolean {
  return mediaType !== "image/webp";
}

/** An id is 128 random bits in hex; whatever looks otherwise was never an attachment. */
export function isAttachmentId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
}
