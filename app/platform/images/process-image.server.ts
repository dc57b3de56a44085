import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import type { Sharp } from "sharp";
import { decoder, type Decoder } from "./decoder.server";
import { inspectImage } from "./inspect-image.server";
import {
  animatedSide,
  fullSide,
  maxPixels,
  maxWaitingImages,
  processingSeconds,
  thumbnailSide,
} from "./limits";
import type { InspectedImage, ProcessedImage, Refused, StoredImage } from "./port";
import { makeTurns } from "./turns";

const turns = makeTurns({
  atOnce: Math.min(Math.max(availableParallelism() - 1, 1), 2),
  maxWaiting: maxWaitingImages,
});

/**
 * Makes an uploaded image ours: decoded, turned upright, made smaller where needed and written anew as WebP with a
 * thumbnail. Nothing of the original file remains: no EXIF, no place, no profile, no bytes hidden behind the picture.
 * Never rejects because of the file.
 */
export async function processImage(bytes: Uint8Array): Promise<ProcessedImage | Refused> {
  const inspected = await inspectImage(bytes);
  if (!inspected.ok) return inspected;
  return (await turns.take(() => reencode(bytes, inspected))) ?? { ok: false, reason: "busy" };
}

async function reencode(bytes: Uint8Array, inspected: InspectedImage): Promise<ProcessedImage | Refused> {
  const sharp = await decoder();
  const isAnimated = inspected.frames > 1;
  try {
    const full = await stored(fullImage(sharp, bytes, inspected));
    const small = sharp(full.bytes).resize({ width: thumbnailSide, height: thumbnailSide, ...fitting });
    const thumbnail = await stored(small.webp({ quality: 80 }));
    return { ok: true, full, thumbnail, isAnimated, originalSha256: sha256(bytes) };
  } catch (error) {
    const isTooLarge = error instanceof Error && error.message.includes("pixel limit");
    return { ok: false, reason: isTooLarge ? "too-many-pixels" : "damaged" };
  }
}

const fitting = { fit: "inside", withoutEnlargement: true } as const;

function fullImage(sharp: Decoder, bytes: Uint8Array, { type, frames }: InspectedImage): Sharp {
  const animated = frames > 1;
  const image = sharp(bytes, {
    animated,
    failOn: "error",
    limitInputPixels: maxPixels,
    sequentialRead: true,
  }).timeout({
    seconds: processingSeconds,
  });
  const side = animated ? animatedSide : fullSide;
  const upright = animated ? image : image.autoOrient();
  const sized = upright.resize({ width: side, height: side, ...fitting });
  // Screenshots are PNG: coloured letters on a plain ground need their colours sharp.
  return sized.webp({
    quality: type === "png" ? 88 : 82,
    smartSubsample: type === "png",
    effort: animated ? 2 : 4,
  });
}

async function stored(image: Sharp): Promise<StoredImage> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.pageHeight ?? info.height, sha256: sha256(data) };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
