import type * as sharpModule from "sharp";

export type Decoder = (typeof sharpModule)["default"];

let loading: Promise<Decoder> | null = null;

/** sharp, loaded with the first image and closed to every format that is not allowed. */
export function decoder(): Promise<Decoder> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Decoder> {
  const { default: sharp } = await import("sharp");
  // The inspection before is the first gate; without this second one a file that fools it would reach any of the decoders.
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: [
      "VipsForeignLoadPngBuffer",
      "VipsForeignLoadJpegBuffer",
      "VipsForeignLoadWebpBuffer",
      "VipsForeignLoadNsgifBuffer",
    ],
  });
  // One thread for each image: pages need the other cores.
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}
