import { closest } from "./closest";
import { insertText } from "./inserting-text";

/** "Insert" beside a choice of kept texts: it goes in where somebody writes, and the page stays. */
export function startInsertingSaved(): void {
  document.addEventListener("click", (event) => {
    const button = closest<HTMLButtonElement>(event, "button[data-insert-from]");
    const field = button && document.getElementById(button.dataset.insertInto ?? "");
    const choice = button?.form?.elements.namedItem("saved");
    if (!(field instanceof HTMLTextAreaElement) || !(choice instanceof HTMLSelectElement)) return;
    event.preventDefault();
    if (choice.value) void insert(button!, field, choice.value);
  });
}

/** The form is sent as without script when the text does not come. */
async function insert(button: HTMLButtonElement, field: HTMLTextAreaElement, id: string): Promise<void> {
  try {
    const answer = await fetch(`${button.dataset.insertFrom}?id=${encodeURIComponent(id)}`, {
      headers: { Accept: "application/json" },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const { text } = (await answer.json()) as { text: string };
    insertText(
      field,
      field.selectionStart > 0 && !/\n\s*$/.test(field.value.slice(0, field.selectionStart))
        ? `\n\n${text}`
        : text,
    );
  } catch {
    button.removeAttribute("data-insert-from");
    button.form?.requestSubmit(button);
  }
}
