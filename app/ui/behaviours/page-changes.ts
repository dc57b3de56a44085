const changed = "page:changed";

/** Runs for the whole page once it is parsed, and again for each part of it that is replaced later. */
export function onPage(run: (part: ParentNode) => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => run(document));
  else run(document);
  document.addEventListener(changed, (event) => run(event.target as unknown as ParentNode));
}

/** Tells every behaviour that this part of the page is new. */
export function announceChange(part: Element): void {
  part.dispatchEvent(new CustomEvent(changed, { bubbles: true }));
}
