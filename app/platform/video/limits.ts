export const maxVideoBytes = 50_000_000;
/** What describes the frames is held in memory while it is cleaned; an hour of video needs about four megabytes. */
export const maxHeldBytes = 12_000_000;
/** An hour of picture and sound has about 300,000 parts; more of them than this is made to cost time. */
export const maxParts = 500_000;
export const maxVideoSide = 8_192;
