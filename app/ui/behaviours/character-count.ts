import { fillSlots } from "./fill-slots";

/** Keeps "26 of 90 characters" true while somebody writes. */
export function startCharacterCount(): void {
  document.addEventListener("input", (event) => {
    const control = event.target as HTMLInputElement;
    const hint =
      control.id && document.querySelector<HTMLElement>(`[data-characters-of="${CSS.escape(control.id)}"]`);
    if (!hint) return;
    const used = new Intl.NumberFormat(document.documentElement.lang).format([...control.value].length);
    hint.textContent = fillSlots(hint.dataset.text ?? "", { used });
  });
}
