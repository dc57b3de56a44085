const quietMs = 200;
const separator = /[,，、;；]/;

const selector = "input[data-suggest-words]";

export function startSuggestingWords(): void {
  const begun = new WeakSet<Element>();
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(selector) || begun.has(target)) return;
    begun.add(target);
    suggestWords(target);
  });
}

/**
 * Offers words for a field that holds several, parted by commas: the browser's own list gets what is typed already with
 * each suggestion for the last word. Without script that list helps with the first word only.
 */
function suggestWords(field: HTMLInputElement): void {
  const { list } = field;
  const address = field.dataset.suggestWords;
  if (!list || !address) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void offer(), quietMs);
  });

  async function offer(): Promise<void> {
    const asked = ++latest;
    const words = field.value.split(separator);
    const last = words.pop()!.trim();
    const before = words.map((word) => word.trim()).filter(Boolean);
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(last)}`, {
        headers: { Accept: "application/json" },
      });
      const { names } = (await answer.json()) as { names: string[] };
      if (asked !== latest || !answer.ok) return;
      const known = new Set(before.map((word) => word.toLowerCase()));
      list!.replaceChildren(
        ...names.filter((name) => !known.has(name.toLowerCase())).map((name) => option([...before, name])),
      );
    } catch {
      // Offering words is a comfort: without it the field takes what is typed.
    }
  }
}

function option(words: readonly string[]): HTMLOptionElement {
  const made = document.createElement("option");
  made.value = words.join(", ");
  return made;
}
