/** The design's tokens as mail programs need them: written out, the light one inline, the dark one by a media query. */
export const colours = {
  bg: ["#f7f8f7", "#0e1211"],
  surface: ["#ffffff", "#151a18"],
  line: ["#dfe4e1", "#27302d"],
  ink: ["#16201c", "#e9eeeb"],
  ink2: ["#44514b", "#b6c0bb"],
  ink3: ["#5f6b66", "#909c96"],
  accent: ["#0f6650", "#62c7a5"],
  onButton: ["#ffffff", "#06231a"],
  sunken: ["#eff2f0", "#0a0e0d"],
  official: ["#1a44b0", "#a3bcff"],
  officialLine: ["#aabcec", "#34497f"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export const sans =
  '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
export const serif = 'Charter, Cambria, Georgia, "Songti SC", "Noto Serif CJK SC", "Microsoft YaHei", serif';
export const mono = 'ui-monospace, "SF Mono", Menlo, Consolas, monospace';

/** Rules for programs that can show mails dark; what they do not know they leave out. */
export const darkRules = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .bg, .bg > table > tbody > tr > td { background-color: ${colours.bg[1]} !important; }
  .surface { background-color: ${colours.surface[1]} !important; border-color: ${colours.line[1]} !important; }
  .ink { color: ${colours.ink[1]} !important; }
  .ink2 { color: ${colours.ink2[1]} !important; }
  .ink3 { color: ${colours.ink3[1]} !important; }
  .accent { color: ${colours.accent[1]} !important; }
  .rule { border-color: ${colours.line[1]} !important; }
  .head { border-color: ${colours.ink[1]} !important; }
  .code { background-color: ${colours.sunken[1]} !important; color: ${colours.ink2[1]} !important; }
  .button { background-color: ${colours.accent[1]} !important; color: ${colours.onButton[1]} !important; }
  .quote { border-color: ${colours.line[1]} !important; color: ${colours.ink2[1]} !important; }
  .official { border-color: ${colours.officialLine[1]} !important; }
  .team { color: ${colours.official[1]} !important; }
}`;
