import { quotePlain } from "./quote-text";
import { closest } from "./closest";
import { insertText } from "./inserting-text";

const gapPx = 8;
let hasStarted = false;

/** Selected words of a post go into the reply as a quote; so does a whole post, without losing what is written. */
export function startQuoting(): void {
  if (hasStarted) return;
  hasStarted = true;
  document.addEventListener("selectionchange", offer);
  // This script comes after the page: words may be selected already.
  offer();
  document.addEventListener("click", (event) => {
    const link = closest<HTMLAnchorElement>(event, "a[data-quote-link]");
    const field = replyField();
    // With nothing written yet the page of the link is all that is wanted.
    if (!link || !field?.value.trim() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void quoteWhole(link, field);
  });
}

/** Shows the key at the end of what is selected, behind its post in the order of Tab; takes it away with the selection. */
function offer(): void {
  const selection = getSelection();
  const key = document.querySelector<HTMLElement>(".quote-key");
  const post = selection && postOf(selection);
  if (!post || !replyField()) {
    if (key !== document.activeElement) key?.remove();
    return;
  }
  place(key ?? makeKey(), post, selection);
}

function postOf(selection: Selection): HTMLElement | null {
  if (selection.isCollapsed || selection.toString().trim() === "") return null;
  const { commonAncestorContainer: within } = selection.getRangeAt(0);
  const element = within instanceof Element ? within : within.parentElement;
  return element?.closest(".prose") ? element.closest<HTMLElement>("[data-quote]") : null;
}

function makeKey(): HTMLElement {
  const key = document.createElement("button");
  key.className = "btn quote-key";
  key.type = "button";
  key.textContent = document.querySelector<HTMLElement>("[data-quote-label]")?.dataset.quoteLabel ?? "";
  // Pressing it must not take the selection away before it was read.
  key.addEventListener("pointerdown", (event) => event.preventDefault());
  key.addEventListener("click", () => quoteSelected(key));
  return key;
}

function place(key: HTMLElement, post: HTMLElement, selection: Selection): void {
  if (key.parentElement !== post) post.append(key);
  const own = post.getBoundingClientRect();
  const end = [...selection.getRangeAt(0).getClientRects()].at(-1) ?? own;
  key.style.insetBlockStart = `${end.bottom - own.top + gapPx}px`;
  key.style.insetInlineStart = `${Math.max(0, Math.min(end.right - own.left, own.width) - key.offsetWidth)}px`;
  key.dataset.words = selection.toString();
}

function quoteSelected(key: HTMLElement): void {
  const head = key.closest<HTMLElement>("[data-quote]")?.dataset.quote ?? "";
  const field = replyField();
  key.remove();
  if (field) insertQuote(field, quotePlain(head, key.dataset.words ?? ""));
}

async function quoteWhole(link: HTMLAnchorElement, field: HTMLTextAreaElement): Promise<void> {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    // Apart from the field, where a draft that is kept may stand before it.
    const quote = page.querySelector<HTMLElement>("[data-quoted]")?.dataset.quoted;
    if (!quote) throw new Error("no quote");
    insertQuote(field, quote);
  } catch {
    location.assign(link.href);
  }
}

function insertQuote(field: HTMLTextAreaElement, quote: string): void {
  // A field nobody went into since it was filled has its caret before all that stands in it.
  if (field.selectionEnd === 0) field.setSelectionRange(field.value.length, field.value.length);
  const before = field.value.slice(0, field.selectionStart);
  const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  field.scrollIntoView({ block: "center" });
  insertText(field, gap + quote);
}

function replyField(): HTMLTextAreaElement | null {
  return document.querySelector("[data-quote-label] textarea");
}
