export type VideoType = "mp4" | "webm";

/** What the container says, before anybody plays it. */
export interface VideoFacts {
  /** As shown: turned upright, with the shape of its pixels applied. */
  width: number;
  height: number;
  /** Null when the file does not say, as recordings made in a browser often do not. */
  durationMs: number | null;
}

export type VideoFault =
  /** Cut off, broken, or built so that reading it would cost too much. */
  | "damaged"
  /** Pictures or sound in a form that browsers do not play. */
  | "codec"
  /** It carries tracks that are neither picture nor sound, such as the way a camera took; they cannot be taken out. */
  | "data-track"
  | "too-large";

/** Ends the reading of a video that is not taken. */
export class VideoRefused extends Error {
  override name = "VideoRefused";
  constructor(readonly fault: VideoFault) {
    super(`The video is refused: ${fault}`);
  }
}
