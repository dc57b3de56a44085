import { writeBytes } from "../primitives/number";
import { isVideoType } from "./file-rules";
import { fillSlots } from "./fill-slots";
import { arrangeMoves } from "./moving-files";
import { dropFile, type PickedFile, refusalSentence, replaceFile } from "./picked-files";

const fileOfRow = new WeakMap<Element, File>();
// Not GIF: what comes out of the tool is one still picture.
const coverable = new Set(["image/png", "image/jpeg", "image/webp"]);

/** Rows of files that still have to be sent, in the order they stand. */
export function waitingRows(box: ParentNode): { row: HTMLElement; file: File }[] {
  return [...box.querySelectorAll<HTMLElement>(".file[data-new]")].flatMap((row) => {
    const file = fileOfRow.get(row);
    return file ? [{ row, file }] : [];
  });
}

/** Shows picked files after those the server already keeps. The markup of a row comes with the page, in its language. */
export function addRows(box: HTMLElement, input: HTMLInputElement, picked: readonly PickedFile[]): void {
  const list = box.querySelector("[data-file-list]");
  const template = box.querySelector<HTMLTemplateElement>("template[data-file-row]");
  if (!list || !template) return;
  list.querySelectorAll("[data-state=refused]").forEach((row) => row.remove());
  for (const each of picked) list.append(makeRow(box, input, template, each));
  arrangeMoves(list);
}

export function removeRows(box: HTMLElement): void {
  box.querySelectorAll(".file[data-new]").forEach((row) => row.remove());
}

/** Says in a row why its file is not taken; it does not go along any more. */
export function refuseRow(row: HTMLElement, sentence: string): void {
  row.dataset.state = "refused";
  fileOfRow.delete(row);
  const note = row.querySelector<HTMLElement>("[data-row-note]");
  note?.setAttribute("role", "alert");
  if (note) note.textContent = sentence;
  row
    .querySelectorAll("[data-row-describe], [data-row-cover], .file-moves, progress, .pic img")
    .forEach((part) => part.remove());
}

/** Turns the row of a sent file into one the server keeps, known by its id. */
export function keepRow(row: HTMLElement, { id, note }: { id: string; note: string }): void {
  fileOfRow.delete(row);
  delete row.dataset.new;
  const keep = row.querySelector<HTMLInputElement>("[data-row-keep]");
  if (keep) Object.assign(keep, { value: id, disabled: false });
  const describe = row.querySelector<HTMLInputElement>("[data-row-describe]");
  if (describe) describe.name = fillSlots(describe.dataset.rowDescribe ?? "", { id });
  row.querySelector("[data-row-note]")!.textContent = note;
  row.querySelectorAll("[data-row-cover], progress").forEach((part) => part.remove());
}

function makeRow(
  box: HTMLElement,
  input: HTMLInputElement,
  template: HTMLTemplateElement,
  picked: PickedFile,
): Element {
  const { file, refusal } = picked;
  const row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  const find = <Found extends HTMLElement>(name: string) => row.querySelector<Found>(`[data-row-${name}]`);
  const describe = find<HTMLInputElement>("describe");
  const cover = find<HTMLButtonElement>("cover");
  row.dataset.kind = isVideoType(file.type) ? "video" : "image";
  if (row.dataset.kind === "video" && describe)
    describe.placeholder = describe.dataset.videoPlaceholder ?? "";
  if (!coverable.has(file.type)) cover?.remove();
  showFile(row, file);
  nameEverything(row, file.name);
  if (refusal) refuseRow(row, refusalSentence(box, picked));
  find("remove")?.addEventListener("click", () => {
    const own = fileOfRow.get(row);
    if (own) dropFile(input, own);
    const list = row.parentElement;
    row.dispatchEvent(new CustomEvent("file:removed"));
    row.remove();
    if (list) arrangeMoves(list);
    input.focus();
  });
  cover?.addEventListener("click", () => {
    void import("./covering/start").then(async ({ coverFile }) => {
      const before = fileOfRow.get(row);
      const covered = before && (await coverFile(box, before));
      cover.focus();
      // It may have been taken out meanwhile, or sent.
      if (!covered || fileOfRow.get(row) !== before) return;
      replaceFile(input, before, covered);
      showFile(row, covered);
      find("note")!.textContent = fillSlots(box.dataset.textCovered ?? "", { name: covered.name });
    });
  });
  return row;
}

function showFile(row: HTMLElement, file: File): void {
  fileOfRow.set(row, file);
  row.querySelector("[data-row-name]")!.textContent = file.name;
  row.querySelector("[data-row-note]")!.textContent = writeBytes(document.documentElement.lang, file.size);
  if (!file.type.startsWith("image/")) return;
  const picture = new Image(48, 48);
  picture.alt = "";
  picture.src = URL.createObjectURL(file);
  picture.onload = () => URL.revokeObjectURL(picture.src);
  row.querySelector(".pic")?.replaceChildren(picture);
}

function nameEverything(row: HTMLElement, name: string): void {
  for (const labelled of row.querySelectorAll("[aria-label]")) {
    for (const attribute of ["aria-label", "title"]) {
      const label = labelled.getAttribute(attribute);
      if (label) labelled.setAttribute(attribute, fillSlots(label, { name }));
    }
  }
}
