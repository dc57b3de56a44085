import { expect, test } from "vitest";
import { type MarkdownMark, markdownEdit } from "./markdown-edits";

/** A text with its selection between brackets, after a key was pressed. */
function press(mark: MarkdownMark, marked: string, sample = "sample"): string {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const text = marked.replace("[", "").replace("]", "");
  const edit = markdownEdit(mark, { text, start, end }, sample);
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  return `${after.slice(0, edit.selectStart)}«${after.slice(edit.selectStart, edit.selectEnd)}»${after.slice(edit.selectEnd)}`;
}

test("bold wraps the selected words and keeps them selected", () => {
  expect(press("bold", "it is [very] slow")).toBe("it is **«very»** slow");
});

test("pressing bold again takes it off", () => {
  expect(press("bold", "it is **[very]** slow")).toBe("it is «very» slow");
});

test("spaces at the edge of a selection stay outside the mark", () => {
  expect(press("bold", "it is[ very ]slow")).toBe("it is **«very»** slow");
});

test("with nothing selected a sample is put in to be typed over", () => {
  expect(press("italic", "ab[]", "强调文字")).toBe("ab_«强调文字»_");
});

test("a link asks for its address, or for its words when the address was selected", () => {
  expect(press("link", "see [the guide]")).toBe("see [the guide](«https://»)");
  expect(press("link", "see [https://example.org/a]")).toBe("see [«sample»](https://example.org/a)");
});

test("a quote marks whole lines, apart from the paragraph above, and comes off again", () => {
  expect(press("quote", "one\ntw[o\nthr]ee")).toBe("one\n\n«> two\n> three»");
  expect(press("quote", "[> two\n> three]")).toBe("«two\nthree»");
});

test("a list starts on an empty text", () => {
  expect(press("list", "[]")).toBe("«- »");
});

test("code in a line is marked in the line, over several lines in a block", () => {
  expect(press("code", "error [TRX-4102] again")).toBe("error `«TRX-4102»` again");
  expect(press("code", "log: [a\nb]")).toBe("log: \n```\n«a\nb»\n```");
});
