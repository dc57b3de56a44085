import { cleanLine } from "~/platform/text/clean-text";
import { maxAltCharacters, maxFileNameCharacters } from "./attachment";

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
// Long enough for any name shown, short enough that a hostile one costs nothing.
const maxUnitsRead = 2_000;

/** The file name as text to show: no folders, no controls or turned writing, short. Never part of a path. */
export function displayName(name: string): string {
  const last = name.slice(-maxUnitsRead).split(/[/\\]/).at(-1) ?? "";
  const line = cleanLine(last.replace(/[<>:"|?*]/g, " ")).replace(/^[. ]+/, "");
  return shorten(line, maxFileNameCharacters) || "image";
}

/** A description as one clean line; what is too long is cut. */
export function cleanAlt(alt: string): string {
  return shorten(cleanLine(alt.slice(0, maxUnitsRead)), maxAltCharacters);
}

/** At most so many UTF-16 units, cut between whole characters. */
function shorten(line: string, maxCharacters: number): string {
  if (line.length <= maxCharacters) return line;
  const characters = Array.from(graphemes.segment(line), ({ segment }) => segment);
  let kept = "";
  for (const character of characters) {
    if (kept.length + character.length > maxCharacters - 1) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return kept;
}
