import { currentStop, moveBy, ownPart } from "./stops";
import { showHelp } from "./help";

/** Does what a key stands for on this page, if it offers that. A key held down moves on and does nothing twice. */
export function press(key: string, isRepeated: boolean): void {
  if (key === "j") return moveBy(1);
  if (key === "k") return moveBy(-1);
  if (isRepeated) return;
  switch (key) {
    case "o":
    case "Enter":
      return ownPart(currentStop(), "[data-open]")?.click();
    case "u":
      return goUp(ownPart(null, "[data-key=u]"));
    case "?":
      return void showHelp();
    default:
      return use(partFor(key));
  }
}

/** To the list as it was left, with its filters and page, when the reader came from there. */
function goUp(link: HTMLElement | null): void {
  if (!(link instanceof HTMLAnchorElement)) return;
  const cameFrom = document.referrer && new URL(document.referrer);
  if (cameFrom && cameFrom.origin === location.origin && cameFrom.pathname === link.pathname) {
    location.assign(cameFrom);
  } else link.click();
}

/** Of the post or row that has the focus, else of the page itself. */
function partFor(key: string): HTMLElement | null {
  const selector = `[data-key=${key}]`;
  return ownPart(currentStop(), selector) ?? ownPart(null, selector);
}

function use(part: HTMLElement | null): void {
  const field = part?.querySelector<HTMLTextAreaElement>("textarea");
  if (!field) return (part?.matches("a, button") ? part : part?.querySelector("a"))?.click();
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "center" });
}
