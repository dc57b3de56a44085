import sharp from "sharp";

interface PictureTraits {
  name?: string;
  width?: number;
  height?: number;
  format?: "png" | "jpeg" | "webp" | "gif";
  /** Written into the picture's EXIF data, to be looked for afterwards. */
  secret?: string;
}

/** A real picture as a browser uploads it. No two have the same bytes unless all traits are the same. */
export async function aPicture(traits: PictureTraits = {}): Promise<File> {
  const { name = "screenshot.png", width = 320, height = 200, format = "png", secret } = traits;
  const image = sharp({ create: { width, height, channels: 3, background: "#2f6f57" } }).toFormat(format);
  if (secret) image.withMetadata({ exif: { IFD0: { Copyright: secret } } });
  return new File([new Uint8Array(await image.toBuffer())], name, { type: `image/${format}` });
}
