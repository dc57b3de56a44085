/** "auto" follows the system. */
export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Readable by the script, so that a page shared by all guests can still be shown in a guest's own theme. */
export const themeCookie = "theme";

export function isTheme(value: unknown): value is Theme {
  return themes.includes(value as Theme);
}

/** Value of `data-theme` on the html element; none lets the system decide. */
export function themeAttribute(theme: Theme): "light" | "dark" | undefined {
  return theme === "auto" ? undefined : theme;
}
