import type { Area, Size } from "./areas";

const jpegQuality = 0.92;

export interface Painting {
  boxes: readonly Area[];
  /** What stays; null keeps everything. */
  crop: Area | null;
}

/** The picture upright, as it will be seen. Rejects when the browser cannot read it. */
export function decode(file: File): Promise<ImageBitmap> {
  return createImageBitmap(file, { imageOrientation: "from-image" });
}

/** Shows the picture in a canvas no larger than a screen needs. */
export function show(canvas: HTMLCanvasElement, picture: ImageBitmap, longestSide = 1600): void {
  const share = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * share));
  canvas.height = Math.max(1, Math.round(picture.height * share));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
}

/**
 * A new file of the pixels that stay. It is made of the canvas alone: under a box there is black and nothing else, and
 * no data of the camera comes along. Null when the browser cannot do it.
 */
export async function paint(
  file: File,
  picture: ImageBitmap,
  { boxes, crop }: Painting,
  maxBytes: number,
): Promise<File | null> {
  const whole = { left: 0, top: 0, width: picture.width, height: picture.height };
  const part = crop ?? whole;
  const canvas = document.createElement("canvas");
  canvas.width = part.width;
  canvas.height = part.height;
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.drawImage(picture, -part.left, -part.top);
  pen.fillStyle = "#000";
  for (const { left, top, width, height } of boxes)
    pen.fillRect(left - part.left, top - part.top, width, height);
  const first = await blobOf(canvas, file.type);
  const blob = first && first.size > maxBytes ? await blobOf(canvas, "image/jpeg") : first;
  return blob && new File([blob], named(file.name, blob.type), { type: blob.type });
}

export function sizeOf({ width, height }: ImageBitmap): Size {
  return { width, height };
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, jpegQuality));
}

/** A browser that cannot write WebP gives a PNG instead. */
function named(name: string, type: string): string {
  const ending = type === "image/jpeg" ? "jpg" : type.slice("image/".length);
  return `${name.replace(/\.[a-z0-9]{1,5}$/i, "")}.${ending}`;
}
