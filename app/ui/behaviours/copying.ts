import { closest } from "./closest";
import { say } from "./saying";

/** `data-copy-link` copies the address of a link, `data-copy` its own value; both hold or name what to say after. */
export function startCopying(): void {
  document.addEventListener("click", (event) => {
    const link = closest<HTMLAnchorElement>(event, "a[data-copy-link]");
    const button = closest(event, "[data-copy]");
    const text = link?.href ?? button?.dataset.copy;
    // Clipboards exist on secure pages only; elsewhere the link stays a link.
    if (!text || !navigator.clipboard) return;
    event.preventDefault();
    if (link) history.replaceState(history.state, "", link.href);
    void navigator.clipboard
      .writeText(text)
      .then(() => say(link?.dataset.copyLink ?? button?.dataset.copied ?? ""));
  });
}
