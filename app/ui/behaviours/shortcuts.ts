import { shortcutsCookie } from "../layouts/shortcuts";
import type { press } from "./keyboard/pressing";

const keys = new Set(["j", "k", "o", "Enter", "v", "r", "u", "c", "p", "?"]);

// Asked for once: of two requests the later could be answered first, and keys are pressed in an order.
let pressing: Promise<{ press: typeof press }> | undefined;

/** Single keys move, open and vote, unless somebody is writing, holds another key down, or has switched them off. */
export function startShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    if (!isOurs(event)) return;
    if (event.key === "/") toSearch(event);
    else if (keys.has(event.key) && (event.key !== "Enter" || isStop(event.target))) {
      event.preventDefault();
      pressing ??= import("./keyboard/pressing");
      void pressing.then((keyboard) => keyboard.press(event.key, event.repeat));
    }
  });
}

function isOurs({ target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false;
  const isElsewhere =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, dialog, [popover], [role=dialog]"));
  return !isElsewhere && !document.cookie.split("; ").includes(`${shortcutsCookie}=off`);
}

/** A post holds the focus itself; on the link of a row Enter is the browser's own. */
function isStop(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("[data-stop]");
}

function toSearch(event: KeyboardEvent): void {
  const boxes = document.querySelectorAll<HTMLInputElement>("[data-search-key]");
  const box = [...boxes].find((each) => each.checkVisibility());
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
}
