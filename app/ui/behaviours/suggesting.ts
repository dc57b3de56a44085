import { mayAskAbout } from "./asking-rules";
import { latestAnswer, withQuery } from "./latest-answer";
import { closeList, moveActive, openList, optionsOf, type Suggestion } from "./suggestion-list";

const pauseMs = 150;
const boxSelector = "form[data-suggest] input[type=search]";

/** Search boxes that answer while somebody types: a combobox with a list of links. Enter without a choice just searches. */
export function startSuggesting(): void {
  const ask = latestAnswer(pauseMs);
  document.addEventListener("input", (event) => {
    const box = boxOf(event);
    if (!box || (event as InputEvent).isComposing) return;
    const endpoint = box.form?.dataset.suggest;
    if (!endpoint || !mayAskAbout(box.value)) {
      ask(null, "", async () => undefined);
      return closeList(box);
    }
    ask(withQuery(endpoint, box.value.trim()), "application/json", async (response) => {
      const { items } = (await response.json()) as { items: Suggestion[] };
      if (document.activeElement === box) openList(box, items);
    });
  });
  document.addEventListener("keydown", (event) => {
    const box = boxOf(event);
    if (box && !event.isComposing) onKey(box, event);
  });
  document.addEventListener("focusout", (event) => {
    const box = boxOf(event);
    if (!box) return;
    ask(null, "", async () => undefined);
    closeList(box);
  });
  // A press in the list must not take the focus away first, or the list is gone before the press ends.
  document.addEventListener("mousedown", (event) => {
    if (event.target instanceof Element && event.target.closest(".suggest")) event.preventDefault();
  });
}

function onKey(box: HTMLInputElement, event: KeyboardEvent): void {
  const { list, active } = optionsOf(box);
  if (list.length === 0) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    moveActive(box, event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
  } else if (event.key === "Enter" && active) {
    active.click();
    event.preventDefault();
  } else if (event.key === "Escape") {
    closeList(box);
    event.preventDefault();
  }
}

function boxOf(event: Event): HTMLInputElement | null {
  const target = event.target;
  return target instanceof HTMLInputElement && target.matches(boxSelector) ? target : null;
}
