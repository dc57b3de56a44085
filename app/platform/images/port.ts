export type ImageType = "png" | "jpeg" | "webp" | "gif";

export type ImageRefusal =
  /** More bytes than maxImageBytes. */
  | "too-large"
  /** By its content none of the allowed types, whatever its name says. */
  | "wrong-type"
  | "too-many-pixels"
  | "animated-too-long"
  /** Cut off or broken. */
  | "damaged"
  /** Too many images are being worked on; the same image may be tried again. */
  | "busy";

export interface Refused {
  ok: false;
  reason: ImageRefusal;
}

export interface InspectedImage {
  ok: true;
  type: ImageType;
  /** Pixels as the file declares them, before its orientation is applied. */
  width: number;
  height: number;
  /** 1 for a still image. */
  frames: number;
}

/** An image of ours: WebP without metadata, upright. */
export interface StoredImage {
  bytes: Buffer;
  width: number;
  height: number;
  /** Hex SHA-256 of `bytes`. */
  sha256: string;
}

export interface ProcessedImage {
  ok: true;
  full: StoredImage;
  /** Always a still image. */
  thumbnail: StoredImage;
  isAnimated: boolean;
  /** Hex SHA-256 of what was uploaded: the proof of an evidence file that is not kept. */
  originalSha256: string;
}
