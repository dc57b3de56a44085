/** Puts a text in the place of what is selected in a field, as if it had been typed. */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus({ preventScroll: true });
  // insertText keeps the browser's own undo; setRangeText does not, but works where the other was taken away.
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
