// An answer that is a download, or a server that never answers, must not leave a form shut for good.
const longestSendingMs = 30_000;

export function isSending(form: HTMLFormElement): boolean {
  return form.dataset.sending !== undefined;
}

/** Shows that a form is on its way and shuts it for a second press. */
export function markSending(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.dataset.sending = "";
  submitter?.setAttribute("aria-busy", "true");
  setTimeout(() => clearSending(form), longestSendingMs);
}

export function clearSending(form: HTMLFormElement): void {
  delete form.dataset.sending;
  form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  const outside = form.id && document.querySelectorAll(`[form="${CSS.escape(form.id)}"][aria-busy]`);
  if (outside) outside.forEach((button) => button.removeAttribute("aria-busy"));
}
