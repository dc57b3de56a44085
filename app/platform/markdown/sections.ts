const fenceLine = /^ {0,3}(`{3,}|~{3,})/;
const earliestCut = 0.75;

/**
 * A long source in pieces of at most about `maxCharacters`, each rendered by itself: cut at a blank line outside code
 * where there is one late enough, otherwise at a line. Code that is cut goes on as code in the next piece.
 */
export function sectionsOf(source: string, maxCharacters: number): string[] {
  if (source.length <= maxCharacters) return [source];
  const sections: string[] = [];
  let section = "";
  let openFence = "";
  let isAtLineStart = true;

  for (const line of linesOf(source, maxCharacters / 2)) {
    const isGoodCut = line.trim() === "" && openFence === "" && section.length > maxCharacters * earliestCut;
    if (section !== "" && (isGoodCut || section.length + line.length > maxCharacters)) {
      sections.push(openFence ? section + closing(openFence) : section);
      section = openFence;
    }
    section += line;
    if (isAtLineStart) openFence = fenceAfter(line, openFence);
    isAtLineStart = line.endsWith("\n");
  }
  sections.push(section);
  return sections;
}

function linesOf(source: string, maxCharacters: number): string[] {
  const lines = source.split(/(?<=\n)/);
  if (lines.every((line) => line.length <= maxCharacters)) return lines;
  const piece = new RegExp(`[^]{1,${Math.floor(maxCharacters / 2)}}`, "gu"); // code points: no pair is split
  return lines.flatMap((line) => (line.length <= maxCharacters ? [line] : (line.match(piece) ?? [])));
}

function fenceAfter(line: string, openFence: string): string {
  const mark = fenceLine.exec(line)?.[1];
  if (!mark) return openFence;
  if (!openFence) return line.length <= 200 ? line : `${mark}\n`;
  const openMark = fenceLine.exec(openFence)?.[1] ?? "";
  const closes = mark.startsWith(openMark) && line.trim() === mark;
  return closes ? "" : openFence;
}

function closing(openFence: string): string {
  return `${fenceLine.exec(openFence)?.[1] ?? ""}\n`;
}
