// Every text from outside passes here once, at the edge, so that both databases, the index and the page hold the same
// characters: SQLite keeps a NUL that PostgreSQL refuses, and a lone surrogate turns into three replacement marks.

const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;
const controls = /(?![\n\t])\p{Cc}/gu;
const broken = /[\p{Surrogate}\p{Noncharacter_Code_Point}\uFEFF]/gu;
const overrides = /[\u202D\u202E]/g;
const directions = /[\u202A-\u202C\u2066-\u2069]/;
const directionMarks = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g;
const lineWhiteSpace = /[\p{White_Space}\u2800\u3164\uFFA0\u115F\u1160]+/gu;
const invisible = /[\u200B\u2060-\u2065\u206A-\u206F\u00AD\u034F\u180E\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;
// A joiner has a meaning inside emoji and in scripts that shape their letters; anywhere else it only hides.
const shapingScripts =
  "Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer";
const shapedLetters = shapingScripts.replace(/(\w+) ?/g, "\\p{Script=$1}");
const strayJoiners = new RegExp(
  `(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F${shapedLetters}])[\\u200C\\u200D]+|[\\u200C\\u200D]+(?=\\s|$)`,
  "gu",
);
const repeatedJoiners = /([\u200C\u200D])[\u200C\u200D]+/g;
const maxStackedMarks = 6;
const stackedMarks = new RegExp(`(\\p{M}{${maxStackedMarks}})\\p{M}+`, "gu");

/**
 * A text of many lines: well-formed Unicode, line feeds only, no control characters but tab. Characters that override
 * the direction of writing are removed, those that only open a direction are closed at the end of their line, so they
 * cannot turn what follows. Meaning is not changed: no normalisation, white space stays.
 */
export function cleanText(value: string): string {
  const plain = value
    .replace(lineEnds, "\n")
    .replace(controls, "")
    .replace(broken, "")
    .replace(overrides, "");
  if (!directions.test(plain)) return plain;
  return plain.split("\n").map(closeDirections).join("\n");
}

/**
 * A text of one line, such as a title or a name: as cleanText, composed (NFC), white space single and trimmed, and free
 * of everything that is invisible, turns the direction of writing or piles marks on a letter.
 */
export function cleanLine(value: string): string {
  const visible = value
    .replace(broken, "")
    .replace(lineWhiteSpace, " ")
    .replace(controls, "")
    .replace(directionMarks, "")
    .replace(invisible, "")
    .replace(strayJoiners, "")
    .replace(repeatedJoiners, "$1");
  // Composing comes late because a removed character may have kept a letter and its mark apart.
  return visible.normalize("NFC").replace(stackedMarks, "$1").replace(/ {2,}/g, " ").trim();
}

function closeDirections(line: string): string {
  const open: string[] = [];
  let closed = "";
  for (const character of line) {
    if (character === "\u202A" || character === "\u202B") open.push("\u202C");
    else if (character >= "\u2066" && character <= "\u2068") open.push("\u2069");
    else if (character === "\u202C" || character === "\u2069") {
      if (open.at(-1) !== character) continue; // closes nothing that is open here
      open.pop();
    }
    closed += character;
  }
  return closed + open.reverse().join("");
}
