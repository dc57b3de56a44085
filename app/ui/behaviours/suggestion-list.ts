export interface Suggestion {
  url: string;
  title: string;
  kind: string;
  /** The kind in words. */
  label: string;
}

/** Shows suggestions under a search box, nothing chosen yet. */
export function openList(box: HTMLInputElement, items: readonly Suggestion[]): void {
  closeList(box);
  if (items.length === 0 || !box.form) return;
  const list = document.createElement("div");
  list.className = "suggest";
  list.role = "listbox";
  list.id = `${box.id}-suggestions`;
  list.ariaLabel = box.form.dataset.suggestLabel ?? "";
  items.forEach((item, index) => list.append(makeOption(item, `${list.id}-${index}`)));
  box.form.append(list);
  setCombobox(box, list.id);
}

export function closeList(box: HTMLInputElement): void {
  box.form?.querySelector(".suggest")?.remove();
  if (box.role === "combobox") setCombobox(box, null);
}

/** Moves the choice, from the box into the list and round back to the box. */
export function moveActive(box: HTMLInputElement, step: 1 | -1): void {
  const { list, active } = optionsOf(box);
  const at = active ? list.indexOf(active) : step > 0 ? -1 : list.length;
  const next = list[at + step];
  active?.removeAttribute("aria-selected");
  next?.setAttribute("aria-selected", "true");
  next?.scrollIntoView({ block: "nearest" });
  if (next) box.setAttribute("aria-activedescendant", next.id);
  else box.removeAttribute("aria-activedescendant");
}

export function optionsOf(box: HTMLInputElement): { list: HTMLElement[]; active: HTMLElement | undefined } {
  const list = [...(box.form?.querySelectorAll<HTMLElement>(".suggest [role=option]") ?? [])];
  return { list, active: list.find((option) => option.getAttribute("aria-selected") === "true") };
}

function makeOption({ url, title, kind, label }: Suggestion, id: string): HTMLElement {
  const option = document.createElement("a");
  const words = document.createElement("span");
  const note = document.createElement("small");
  option.id = id;
  option.role = "option";
  option.tabIndex = -1;
  option.href = url;
  option.dataset.kind = kind;
  words.textContent = title;
  note.textContent = label;
  option.append(words, note);
  return option;
}

function setCombobox(box: HTMLInputElement, listId: string | null): void {
  box.role = "combobox";
  box.ariaExpanded = String(listId !== null);
  box.ariaAutoComplete = "list";
  box.removeAttribute("aria-activedescendant");
  if (listId) box.setAttribute("aria-controls", listId);
  else box.removeAttribute("aria-controls");
}
