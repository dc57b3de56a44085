import { fileTypeFromBuffer } from "file-type";
import { readGifHeader } from "./gif-header";
import type { ImageHeader } from "./header";
import { readJpegHeader } from "./jpeg-header";
import { maxAnimatedPixels, maxFrames, maxImageBytes, maxPixels, maxScans } from "./limits";
import { readPngHeader } from "./png-header";
import type { ImageType, InspectedImage, Refused } from "./port";
import { readWebpHeader } from "./webp-header";

// No SVG, TIFF, HEIF or AVIF: their decoders are large and have been broken often; SVG may also hold scripts.
const typeOfExtension: Record<string, ImageType> = {
  png: "png",
  apng: "png",
  jpg: "jpeg",
  webp: "webp",
  gif: "gif",
};

/** Decides from the first bytes and the headers whether a file may be decoded at all. Decodes nothing itself. */
export async function inspectImage(bytes: Uint8Array): Promise<InspectedImage | Refused> {
  if (bytes.byteLength > maxImageBytes) return refused("too-large");
  const type = await sniff(bytes);
  if (!type) return refused("wrong-type");
  const header = readHeader(type, bytes);
  if (!header || header.width === 0 || header.height === 0) return refused("damaged");

  const pixels = header.width * header.height;
  if (pixels > maxPixels) return refused("too-many-pixels");
  const isTooLong =
    header.frames > maxFrames || (header.frames > 1 && pixels * header.frames > maxAnimatedPixels);
  if (isTooLong) return refused("animated-too-long");
  return { ok: true, type, width: header.width, height: header.height, frames: header.frames };
}

async function sniff(bytes: Uint8Array): Promise<ImageType | null> {
  try {
    const found = await fileTypeFromBuffer(bytes);
    return typeOfExtension[found?.ext ?? ""] ?? null;
  } catch {
    return null; // cut off within the marks it is known by
  }
}

function readHeader(type: ImageType, bytes: Uint8Array): ImageHeader | null {
  switch (type) {
    case "png":
      return readPngHeader(bytes);
    case "gif":
      return readGifHeader(bytes);
    case "webp":
      return readWebpHeader(bytes);
    case "jpeg": {
      const header = readJpegHeader(bytes);
      return header && header.scans <= maxScans ? header : null;
    }
  }
}

function refused(reason: Refused["reason"]): Refused {
  return { ok: false, reason };
}
