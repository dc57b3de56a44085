import { placeOf } from "./caret-place";

export interface Person {
  name: string;
  displayName: string;
  /** "Team" in the reader's language; empty for everybody else. */
  mark: string;
}

const listId = "mentions";

/** Shows who may be meant under the "@" of a field, the first one chosen. The field keeps the focus all the while. */
export function openMentions(field: HTMLTextAreaElement, from: number, people: readonly Person[]): void {
  closeMentions(field);
  if (people.length === 0) return;
  const list = document.createElement("ul");
  list.id = listId;
  list.className = "suggest mentions";
  list.role = "listbox";
  list.ariaLabel = field.dataset.mentionsLabel ?? "";
  list.append(...people.map(option));
  field.parentElement?.append(list);
  place(list, field, from);
  field.setAttribute("aria-haspopup", "listbox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", listId);
  choose(field, 0);
}

export function closeMentions(field: HTMLTextAreaElement): void {
  listOf(field)?.remove();
  for (const name of ["aria-controls", "aria-activedescendant", "aria-haspopup", "aria-autocomplete"])
    field.removeAttribute(name);
}

export function listOf(field: HTMLTextAreaElement): HTMLElement | null {
  return field.parentElement?.querySelector<HTMLElement>(".mentions") ?? null;
}

/** The name chosen now; null without a list. */
export function chosenName(field: HTMLTextAreaElement): string | null {
  return listOf(field)?.querySelector<HTMLElement>("[aria-selected=true]")?.dataset.name ?? null;
}

export function moveChoice(field: HTMLTextAreaElement, step: number): void {
  const options = [...(listOf(field)?.children ?? [])];
  const at = options.findIndex((each) => each.ariaSelected === "true");
  choose(field, (at + step + options.length) % options.length);
}

function choose(field: HTMLTextAreaElement, index: number): void {
  [...(listOf(field)?.children ?? [])].forEach((each, at) => {
    each.ariaSelected = String(at === index);
    if (at !== index) return;
    field.setAttribute("aria-activedescendant", each.id);
    each.scrollIntoView({ block: "nearest" });
  });
}

function option({ name, displayName, mark }: Person, index: number): HTMLElement {
  const item = document.createElement("li");
  item.id = `${listId}-${index}`;
  item.role = "option";
  item.dataset.name = name;
  const shown = document.createElement("span");
  shown.textContent = displayName === name ? name : `${displayName} @${name}`;
  item.append(shown);
  if (mark) {
    const small = document.createElement("small");
    small.textContent = mark;
    item.append(small);
  }
  return item;
}

function place(list: HTMLElement, field: HTMLTextAreaElement, from: number): void {
  const { top, left, height } = placeOf(field, from);
  const under = field.offsetTop + Math.min(top + height, field.clientHeight);
  list.style.insetBlockStart = `${under}px`;
  list.style.insetInlineStart = `${Math.max(0, Math.min(left, field.clientWidth - list.offsetWidth))}px`;
}
