import { saveNow } from "./drafting";
import { say } from "./saying";
import { sendPlainly } from "./sending-form";

interface Answer {
  pressed?: boolean;
  message?: string;
}

/** Joining what was posted before instead of posting: what is written is kept first, then counted in place. */
export function startInstead(): void {
  // Before whoever else sends forms: this press sends none.
  document.addEventListener("submit", onSubmit, { capture: true });
}

function onSubmit(event: SubmitEvent): void {
  const button = event.submitter;
  if (!(button instanceof HTMLButtonElement) || button.dataset.instead === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  void join(event.target as HTMLFormElement, button).finally(() => (button.ariaBusy = null));
}

async function join(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  if (form.dataset.draft) await saveNow(form);
  try {
    const body = new URLSearchParams({ _method: button.value });
    const headers = { Accept: "application/json" };
    const response = await fetch(button.dataset.instead ?? "", { method: "POST", body, headers });
    const isJson = response.headers.get("content-type")?.includes("json");
    const answer = isJson ? ((await response.json()) as Answer) : {};
    if (response.ok && answer.pressed !== undefined) return show(button, answer.pressed);
    if (answer.message) return say(answer.message);
    // Signed out, or something a page has to explain: the form goes where its key leads, text and all.
    form.setAttribute("action", button.formAction);
    sendPlainly(form, button);
  } catch {
    say(document.querySelector<HTMLElement>(".frame")?.dataset.textOffline ?? "");
  }
}

function show(button: HTMLButtonElement, isPressed: boolean): void {
  button.ariaPressed = String(isPressed);
  button.value = isPressed ? "DELETE" : "POST";
  button.textContent = (isPressed ? button.dataset.release : button.dataset.press) ?? "";
}
