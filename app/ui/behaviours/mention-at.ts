// The same edges as where the text is rendered (platform/markdown/names-in-text): not inside a Latin word, an address or
// a path. A Chinese keyboard may type the wide "＠".
const mention = /(?<![\p{Script=Latin}\p{Nd}_@＠/.+-])[@＠]([\p{L}\p{Nd}_-]{1,39})$/u;
const maxLookedAt = 64;

export interface MentionStart {
  /** Where the "@" stands. */
  from: number;
  /** The letters after it. */
  letters: string;
}

/** The mention being typed before the caret; null where there is none, or where it would be code. */
export function mentionAt(text: string, caret: number): MentionStart | null {
  const before = text.slice(Math.max(0, caret - maxLookedAt), caret);
  const found = mention.exec(before);
  if (!found || isCode(text.slice(0, caret - found[0].length))) return null;
  return { from: caret - found[0].length, letters: found[1]! };
}

/** Inside a fence that is still open, an indented line, or a span of this paragraph that is. */
function isCode(before: string): boolean {
  const lines = before.split("\n");
  let fence = "";
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (!mark) continue;
    if (fence === "") fence = mark;
    else if (mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark) fence = "";
  }
  if (fence !== "") return true;
  const [line = "", above = ""] = lines.slice(-2).reverse();
  if (/^( {4}|\t)/.test(line) && above.trim() === "") return true;
  return hasOpenSpan(before.slice(before.lastIndexOf("\n\n") + 1));
}

/** A run of backticks opens a span that only a run as long closes. */
function hasOpenSpan(paragraph: string): boolean {
  let open = 0;
  for (const [run] of paragraph.matchAll(/`+/g)) {
    if (open === 0) open = run.length;
    else if (run.length === open) open = 0;
  }
  return open > 0;
}
