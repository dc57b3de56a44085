/** What a state means for the reader. The icon says it first, the colour second. */
export type Tone = "open" | "active" | "done" | "closed" | "danger";

/** Colours a site may choose for its states; each is readable on its own ground, in light and in dark. Never blue. */
export const hues = ["stone", "pine", "olive", "amber", "rust", "rose", "violet"] as const;
export type Hue = (typeof hues)[number];

export function isHue(value: unknown): value is Hue {
  return hues.includes(value as Hue);
}
