import { insertText } from "./inserting-text";
import { latestAnswer, withQuery } from "./latest-answer";
import { mentionAt } from "./mention-at";
import { chosenName, closeMentions, listOf, moveChoice, openMentions, type Person } from "./mention-list";

const pauseMs = 120;
const selector = "textarea[data-mentions]";
/** What a keyboard of an input method sends for every key while it composes, also where `isComposing` is forgotten. */
const composingKey = 229;

/** Names people while somebody writes: "@" and a letter open a list that is worked by keys or pointer. */
export function startMentioning(): void {
  const ask = latestAnswer(pauseMs);
  const forget = (field: HTMLTextAreaElement) => {
    ask(null, "", async () => undefined);
    closeMentions(field);
  };

  // Also while an input method composes: pinyin letters may be a name in Latin. Its keys are left to it, see below.
  document.addEventListener("input", (event) => {
    const field = fieldOf(event);
    if (!field) return;
    const mention = mentionAt(field.value, field.selectionEnd);
    if (!mention) return forget(field);
    ask(withQuery(field.dataset.mentions ?? "", mention.letters), "application/json", async (response) => {
      const { people } = (await response.json()) as { people: Person[] };
      if (document.activeElement === field) openMentions(field, mention.from, people);
    });
  });
  document.addEventListener("keydown", (event) => {
    const field = fieldOf(event);
    if (!field || !listOf(field) || event.isComposing || event.keyCode === composingKey) return;
    if (onKey(field, event.key)) event.preventDefault();
  });
  document.addEventListener("mousedown", (event) => {
    const option = (event.target as Element).closest<HTMLElement>(".mentions [role=option]");
    const field = option?.closest(".mentions")?.parentElement?.querySelector<HTMLTextAreaElement>(selector);
    if (!option || !field) return;
    event.preventDefault();
    complete(field, option.dataset.name ?? "");
  });
  document.addEventListener("focusout", (event) => {
    const field = fieldOf(event);
    if (field) forget(field);
  });

  function onKey(field: HTMLTextAreaElement, key: string): boolean {
    const name = chosenName(field);
    if (key === "ArrowDown" || key === "ArrowUp") moveChoice(field, key === "ArrowDown" ? 1 : -1);
    else if ((key === "Enter" || key === "Tab") && name) complete(field, name);
    else if (key === "Escape") forget(field);
    else return false;
    return true;
  }

  function complete(field: HTMLTextAreaElement, name: string): void {
    const mention = mentionAt(field.value, field.selectionEnd);
    if (mention) {
      field.setSelectionRange(mention.from, field.selectionEnd);
      insertText(field, `@${name} `);
    }
    forget(field);
  }
}

function fieldOf(event: Event): HTMLTextAreaElement | null {
  const { target } = event;
  return target instanceof HTMLTextAreaElement && target.matches(selector) ? target : null;
}
