import { onPage } from "./page-changes";
import { keepForVisit, keptForVisit } from "./visit-memory";

const selector = "details[data-fold]";

/** Branches stay folded for the visit, and open when somebody comes for a reply inside. */
export function startFolding(): void {
  onPage((part) => {
    const folded = readFolded();
    for (const branch of part.querySelectorAll<HTMLDetailsElement>(selector)) {
      if (folded.has(branch.dataset.fold ?? "")) branch.open = false;
    }
    openTarget();
  });
  addEventListener("hashchange", openTarget);
  document.addEventListener("toggle", remember, { capture: true });
}

function remember(event: Event): void {
  const branch = event.target as HTMLDetailsElement;
  if (!branch.matches(selector)) return;
  const folded = readFolded();
  if (branch.open) folded.delete(branch.dataset.fold ?? "");
  else folded.add(branch.dataset.fold ?? "");
  keepForVisit(storageKey(), [...folded].join(" "));
}

function openTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  if (!target?.closest(`${selector}:not([open])`)) return;
  for (
    let branch = target.closest(selector);
    branch;
    branch = branch.parentElement?.closest(selector) ?? null
  ) {
    (branch as HTMLDetailsElement).open = true;
  }
  target.scrollIntoView();
}

function readFolded(): Set<string> {
  return new Set(keptForVisit(storageKey()).split(" ").filter(Boolean));
}

function storageKey(): string {
  return `folded ${location.pathname}`;
}
