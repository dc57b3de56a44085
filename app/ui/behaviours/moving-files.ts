import { closest } from "./closest";
import { fillSlots } from "./fill-slots";
import { onPage } from "./page-changes";
import { say } from "./saying";

/** A file goes one place forward or back within its list; the order of the rows is the order on the post. */
export function startMovingFiles(): void {
  // In the page nothing is sent for it, and Enter in a field must not press the first of these buttons.
  onPage((part) =>
    part
      .querySelectorAll<HTMLButtonElement>("[data-file-move]")
      .forEach((button) => (button.type = "button")),
  );
  document.addEventListener("click", (event) => {
    const button = closest<HTMLButtonElement>(event, "[data-file-move]");
    const row = button?.closest<HTMLElement>(".file");
    const list = row?.parentElement;
    if (!button || !row || !list) return;
    if (button.dataset.fileMove === "-1") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    arrangeMoves(list);
    const other = row.querySelector<HTMLButtonElement>("[data-file-move]:enabled");
    (button.disabled ? other : button)?.focus();
    tellPlace(row, list);
  });
}

/** The first file cannot go forward, nor the last one back. */
export function arrangeMoves(list: Element): void {
  const rows = [...list.querySelectorAll(":scope > .file:not([data-state=refused])")];
  rows.forEach((row, at) => {
    row.querySelectorAll<HTMLButtonElement>("[data-file-move]").forEach((button) => {
      button.disabled = button.dataset.fileMove === "-1" ? at === 0 : at === rows.length - 1;
    });
  });
}

function tellPlace(row: HTMLElement, list: Element): void {
  const rows = [...list.querySelectorAll(":scope > .file")];
  const sentence = row.closest<HTMLElement>("[data-files]")?.dataset.textMoved ?? "";
  say(
    fillSlots(sentence, {
      name: row.querySelector(".name")?.textContent ?? "",
      index: String(rows.indexOf(row) + 1),
      total: String(rows.length),
    }),
  );
}
