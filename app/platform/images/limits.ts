export const maxImageBytes = 8 * 1024 * 1024;
export const maxPixels = 25_000_000;
export const maxFrames = 100;
/** All frames together: decoding and encoding cost by the pixel, and a frame is one more picture. */
export const maxAnimatedPixels = 25_000_000;
/** Honest progressive JPEGs have about ten; each costs a pass over all pixels. */
export const maxScans = 100;

export const fullSide = 2560;
export const animatedSide = 800;
export const thumbnailSide = 480;
export const processingSeconds = 20;
export const maxWaitingImages = 50;
