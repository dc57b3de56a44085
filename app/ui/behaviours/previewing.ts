import { announceChange } from "./page-changes";
import { sendPlainly } from "./sending-form";
import { clearSending, isSending, markSending } from "./sending-state";

/**
 * A preview in place: the form's own route makes it, as it does without script, and the page keeps its text, its undo
 * and its place. Files go along, so that the preview shows them; the server keeps them from then on.
 */
export function startPreviewing(): void {
  document.addEventListener("submit", onSubmit, { capture: true });
}

function onSubmit(event: SubmitEvent): void {
  const button = event.submitter;
  const form = event.target as HTMLFormElement;
  if (!(button instanceof HTMLButtonElement) || button.name !== "preview" || !form.id) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!isSending(form)) void preview(form, button);
}

async function preview(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  markSending(form, button);
  try {
    const headers = { Accept: "text/html" };
    const body = new FormData(form, button);
    const response = await fetch(form.getAttribute("action") ?? "", { method: "POST", body, headers });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const made = page.querySelector(`form#${CSS.escape(form.id)} [data-preview]`);
    if (!response.ok || !made) return sendPlainly(form, button);
    form.querySelector("[data-preview]")?.replaceWith(made);
    takeFiles(form, page);
    made.scrollIntoView({ block: "nearest" });
    made.querySelector<HTMLElement>("h2")?.focus();
  } catch {
    sendPlainly(form, button);
  } finally {
    clearSending(form);
  }
}

/** The files are the server's now: the page shows them as kept, and does not send them a second time. */
function takeFiles(form: HTMLFormElement, page: Document): void {
  const box = form.querySelector("[data-files]");
  const kept = page.querySelector(`form#${CSS.escape(form.id)} [data-files]`);
  const hasFiles = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")].some(
    (input) => input.files?.length,
  );
  const stamp = page.querySelector<HTMLInputElement>(`form#${CSS.escape(form.id)} input[name=draft]`)?.value;
  const draft = form.elements.namedItem("draft");
  if (draft instanceof HTMLInputElement && stamp) draft.value = stamp;
  if (!box || !kept || !hasFiles) return;
  box.replaceWith(kept);
  announceChange(kept);
}
