import { closest } from "./closest";
import { addRows, removeRows } from "./file-rows";
import { onPage } from "./page-changes";
import { dropAllFiles, fileInputOf, pickFiles } from "./picked-files";

/** Choosing, pasting and dropping files add up, each shown with a picture and a way out. */
export function startFilePicking(): void {
  // Chosen before this script was there, or kept by the browser over a reload.
  onPage((part) => {
    for (const box of part.querySelectorAll<HTMLElement>("[data-files]")) takeFiles(box, filesIn(box));
  });
  document.addEventListener("change", (event) => {
    const input = event.target as HTMLInputElement;
    const box = input.type === "file" ? input.closest<HTMLElement>("[data-files]") : null;
    if (box) takeFiles(box, filesIn(box));
  });
  document.addEventListener("paste", (event) => {
    const box = boxNear(event);
    if (box && takeFiles(box, [...(event.clipboardData?.files ?? [])])) event.preventDefault();
  });
  document.addEventListener("dragover", (event) => {
    const area = event.dataTransfer?.types.includes("Files") ? areaNear(event) : null;
    if (!area) return;
    event.preventDefault();
    area.dataset.over = "";
  });
  document.addEventListener("dragleave", (event) => delete areaNear(event)?.dataset.over);
  document.addEventListener("drop", (event) => {
    delete areaNear(event)?.dataset.over;
    const box = boxNear(event);
    if (box && takeFiles(box, [...(event.dataTransfer?.files ?? [])])) event.preventDefault();
  });
  document.addEventListener("reset", (event) => {
    for (const box of (event.target as Element).querySelectorAll<HTMLElement>("[data-files]")) {
      const input = fileInputOf(box);
      if (input) dropAllFiles(input);
      removeRows(box);
    }
  });
}

/** Puts files into a box; false when there is nothing to put or nowhere. */
function takeFiles(box: HTMLElement, files: readonly File[]): boolean {
  const input = fileInputOf(box);
  if (!input || files.length === 0) return false;
  addRows(box, input, pickFiles(box, input, files));
  return true;
}

function filesIn(box: HTMLElement): File[] {
  return [...(fileInputOf(box)?.files ?? [])];
}

/** What lights up under a dragged file: the composer or the box for files. */
function areaNear(event: Event): HTMLElement | null {
  return closest(event, "[data-composer], .drop");
}

function boxNear(event: Event): HTMLElement | null {
  const area = closest(event, "[data-composer], [data-files]");
  return area?.matches("[data-files]") ? area : (area?.querySelector<HTMLElement>("[data-files]") ?? null);
}
