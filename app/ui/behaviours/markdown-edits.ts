export type MarkdownMark = "bold" | "italic" | "link" | "quote" | "code" | "list";

export interface Selection {
  text: string;
  start: number;
  end: number;
}

/** Replace `from` to `to` with `insert`, then select between the last two. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  selectStart: number;
  selectEnd: number;
}

const wraps = { bold: "**", italic: "_", code: "`" } as const;

/** What pressing a formatting key does to a text. Pressing it again takes the mark off. `sample` fills an empty selection. */
export function markdownEdit(mark: MarkdownMark, selection: Selection, sample: string): Edit {
  if (mark === "link") return linkEdit(selection, sample);
  if (mark === "quote") return lineEdit(selection, "> ");
  if (mark === "list") return lineEdit(selection, "- ");
  if (mark === "code" && selected(selection).includes("\n")) return fenceEdit(selection);
  return wrapEdit(selection, wraps[mark], sample);
}

function wrapEdit(selection: Selection, wrap: string, sample: string): Edit {
  const { text, start, end } = selection;
  const size = wrap.length;
  if (text.slice(start - size, start) === wrap && text.slice(end, end + size) === wrap) {
    const insert = selected(selection);
    return { from: start - size, to: end + size, insert, selectStart: start - size, selectEnd: end - size };
  }
  // Marks must touch the words they mark, so spaces at the edges of the selection stay outside.
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(selected(selection)) ?? [];
  const words = inner || sample;
  const at = start + before.length + size;
  const insert = before + wrap + words + wrap + after;
  return { from: start, to: end, insert, selectStart: at, selectEnd: at + words.length };
}

function linkEdit(selection: Selection, sample: string): Edit {
  const { start, end } = selection;
  const words = selected(selection);
  if (/^https?:\/\/\S+$/.test(words)) {
    return {
      from: start,
      to: end,
      insert: `[${sample}](${words})`,
      selectStart: start + 1,
      selectEnd: start + 1 + sample.length,
    };
  }
  const label = words || sample;
  const address = "https://";
  const at = start + label.length + 3;
  return {
    from: start,
    to: end,
    insert: `[${label}](${address})`,
    selectStart: at,
    selectEnd: at + address.length,
  };
}

function lineEdit(selection: Selection, prefix: string): Edit {
  const { text, start, end } = selection;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  const to = lineEnd < 0 ? text.length : lineEnd;
  const lines = text.slice(from, to).split("\n");
  const isMarked = lines.every((line) => line.startsWith(prefix));
  const insert = lines.map((line) => (isMarked ? line.slice(prefix.length) : prefix + line)).join("\n");
  // A quote or list glued to a paragraph would continue it.
  const gap = !isMarked && from > 0 && text[from - 2] !== "\n" ? "\n" : "";
  return {
    from,
    to,
    insert: gap + insert,
    selectStart: from + gap.length,
    selectEnd: from + gap.length + insert.length,
  };
}

function fenceEdit(selection: Selection): Edit {
  const { text, start, end } = selection;
  const words = selected(selection);
  const opening = start > 0 && text[start - 1] !== "\n" ? "\n```\n" : "```\n";
  const closing = words.endsWith("\n") ? "```" : "\n```";
  const at = start + opening.length;
  return {
    from: start,
    to: end,
    insert: opening + words + closing,
    selectStart: at,
    selectEnd: at + words.length,
  };
}

function selected({ text, start, end }: Selection): string {
  return text.slice(start, end);
}
