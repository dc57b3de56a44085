/** Readable by the script, which keeps its hands off the keyboard while this says "off". */
export const shortcutsCookie = "keys";

export const shortcutChoices = ["on", "off"] as const;
export type ShortcutChoice = (typeof shortcutChoices)[number];

export function isShortcutChoice(value: unknown): value is ShortcutChoice {
  return shortcutChoices.includes(value as ShortcutChoice);
}
