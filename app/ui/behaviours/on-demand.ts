import { draftStore } from "./draft-store";
import { onPage } from "./page-changes";

type Module = readonly [selector: string, load: () => Promise<() => void>];

/** Behaviours that not every page needs: fetched only where their markup stands, and started once. */
const modules: readonly Module[] = [
  ["[data-markdown-bar]", async () => (await import("./markdown-keys")).startMarkdownKeys],
  ["[data-markdown-bar]", async () => (await import("./toolbars")).startToolbars],
  ["textarea[data-mentions]", async () => (await import("./mentioning")).startMentioning],
  ["button[name=preview]", async () => (await import("./previewing")).startPreviewing],
  ["form[data-draft]", startDrafting],
  ["[data-insert-from]", async () => (await import("./inserting-saved")).startInsertingSaved],
  ["[data-files]", async () => (await import("./files")).startFiles],
  ["[data-gallery]", async () => (await import("./lightbox")).startLightbox],
  ["form[data-enhance=react]", async () => (await import("./reacting")).startReacting],
  ["[data-live], [data-bell]", async () => (await import("./live")).startLive],
  ["[data-suggest-words]", async () => (await import("./suggesting-words")).startSuggestingWords],
];
/** The same for forms that stand beside something to read: fetched when somebody begins to write in one. */
const whenTouched: readonly Module[] = [
  ["form[data-draft-here]", startDrafting],
  ["[data-similar]", async () => (await import("./similar")).startSimilar],
  ["[data-similar]", async () => (await import("./instead")).startInstead],
];

export function startOnDemand(): void {
  const started = new Set<Module>();
  onPage((part) => {
    bring(modules, part, started);
    const form = part.querySelector<HTMLFormElement>("form[data-draft-here]");
    if (form && draftStore(form.dataset.draftHere ?? "", true).read()) bring(whenTouched, document, started);
  });
  document.addEventListener("focusin", (event) => {
    const isWriting =
      event.target instanceof Element &&
      event.target.matches("form[method=post] :is(input, textarea, select)");
    if (isWriting) bring(whenTouched, document, started);
  });
}

function bring(wanted: readonly Module[], part: ParentNode, started: Set<Module>): void {
  for (const module of wanted) {
    const [selector, load] = module;
    if (started.has(module) || !part.querySelector(selector)) continue;
    started.add(module);
    // A module that does not arrive leaves the page as it works without script; the next page tries again.
    load().then(
      (start) => start(),
      () => started.delete(module),
    );
  }
}

let drafting: Promise<() => void> | undefined;

/** For both kinds of forms, and started once for both. */
function startDrafting(): Promise<() => void> {
  if (drafting) return Promise.resolve(() => undefined);
  drafting = import("./drafting").then((module) => module.startDrafting);
  return drafting;
}
