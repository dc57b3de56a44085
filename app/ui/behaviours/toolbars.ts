import { closest } from "./closest";
import { onPage } from "./page-changes";

const selector = "[role=toolbar]";
const steps: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** A toolbar is one stop of the Tab key; arrows go along its keys. Without script each key is a stop of its own. */
export function startToolbars(): void {
  onPage((part) => part.querySelectorAll<HTMLElement>(selector).forEach((bar) => makeStop(keysOf(bar)[0])));
  document.addEventListener("keydown", (event) => {
    const bar = closest<HTMLElement>(event, selector);
    const step = steps[event.key];
    if (!bar || !step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const keys = keysOf(bar);
    const at = keys.indexOf(document.activeElement as HTMLElement);
    const next = keys[step(at, keys.length)];
    if (at < 0 || !next) return;
    event.preventDefault();
    makeStop(next);
    next.focus();
  });
  document.addEventListener("focusin", (event) => {
    const key = closest<HTMLElement>(event, `${selector} button`);
    if (key) makeStop(key);
  });
}

function makeStop(key: HTMLElement | undefined): void {
  const bar = key?.closest<HTMLElement>(selector);
  if (bar) for (const each of keysOf(bar)) each.tabIndex = each === key ? 0 : -1;
}

/** Those that are shown: a narrow screen leaves some out. */
function keysOf(bar: HTMLElement): HTMLElement[] {
  return [...bar.querySelectorAll<HTMLElement>("button")].filter((key) => key.offsetParent !== null);
}
