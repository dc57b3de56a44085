import sharp from "sharp";

/** A real picture of a phone's screen, as a file input takes it. */
export async function aPicture(name: string, background = "#20302a") {
  const image = sharp({ create: { width: 900, height: 1600, channels: 3, background } }).png();
  return { name, mimeType: "image/png", buffer: await image.toBuffer() };
}
