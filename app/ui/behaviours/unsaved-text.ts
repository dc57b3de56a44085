import { isSending } from "./sending-state";

/** Leaving a page with text that was neither sent nor kept as a draft asks first. */
export function startUnsavedText(): void {
  addEventListener("beforeunload", (event) => {
    const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-guard-text]:not([data-kept])")];
    if (forms.some((form) => isSending(form))) return;
    if (forms.some(hasUnsentText)) event.preventDefault();
  });
}

function hasUnsentText(form: HTMLFormElement): boolean {
  const controls = form.querySelectorAll<HTMLTextAreaElement>("textarea, input[type=text]");
  return [...controls].some(
    (control) => control.value !== control.defaultValue && control.value.trim() !== "",
  );
}
