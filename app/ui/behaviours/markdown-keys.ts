import { closest } from "./closest";
import { insertText } from "./inserting-text";
import { type MarkdownMark, markdownEdit } from "./markdown-edits";

const markByKey: Record<string, MarkdownMark> = { b: "bold", i: "italic", k: "link" };
const fieldSelector = "textarea[data-markdown-field]";

/** The formatting keys over a text, and Ctrl or Cmd with B, I and K inside it. */
export function startMarkdownKeys(): void {
  document.addEventListener("mousedown", (event) => {
    // The text keeps its focus and its selection while a key over it is pressed.
    if (closest(event, "[data-markdown]")) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const key = closest<HTMLButtonElement>(event, "[data-markdown]");
    const field = key && fieldOf(key);
    if (key && field) format(field, key);
  });
  document.addEventListener("keydown", (event) => {
    const field = closest<HTMLTextAreaElement>(event, fieldSelector);
    if (!field || event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey))
      return;
    const mark = markByKey[event.key.toLowerCase()];
    const key =
      mark && field.closest("[data-composer]")?.querySelector<HTMLElement>(`[data-markdown=${mark}]`);
    if (!key) return;
    event.preventDefault();
    format(field, key);
  });
}

function fieldOf(key: HTMLElement): HTMLTextAreaElement | null {
  return key.closest("[data-composer]")?.querySelector<HTMLTextAreaElement>(fieldSelector) ?? null;
}

function format(field: HTMLTextAreaElement, key: HTMLElement): void {
  const selection = { text: field.value, start: field.selectionStart, end: field.selectionEnd };
  const edit = markdownEdit(key.dataset.markdown as MarkdownMark, selection, key.dataset.sample ?? "");
  field.focus();
  field.setSelectionRange(edit.from, edit.to);
  insertText(field, edit.insert);
  field.setSelectionRange(edit.selectStart, edit.selectEnd);
}
