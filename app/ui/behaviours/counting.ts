import { writeCount } from "../primitives/number";
import { say } from "./saying";
import { formAction, formBody, sendPlainly } from "./sending-form";
import { clearSending, markSending } from "./sending-state";

interface CountAnswer {
  count?: number;
  pressed?: boolean;
  message?: string;
}

const selector = "form[data-enhance=count]";

/** Keys that count a reader in are sent in place; the page stays where it is. */
export function startCounting(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches(selector)) return;
    event.preventDefault();
    void count(form, event.submitter);
  });
}

async function count(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const wasPressed = isPressed(form);
  const body = formBody(form, submitter);
  markSending(form, null);
  show(form, { pressed: !wasPressed });
  try {
    const headers = { Accept: "application/json" };
    const response = await fetch(formAction(form, submitter), { method: "POST", body, headers });
    const answer = await readAnswer(response);
    if (response.ok && typeof answer?.count === "number") return show(form, answer);
    show(form, { pressed: wasPressed });
    // Signed out, or something the page has to explain: let the browser go where the form leads.
    if (!answer?.message || response.status === 401) return sendPlainly(form, submitter);
    say(answer.message);
  } catch {
    show(form, { pressed: wasPressed });
    say(document.querySelector<HTMLElement>(".frame")?.dataset.textOffline ?? "");
  } finally {
    clearSending(form);
  }
}

async function readAnswer(response: Response): Promise<CountAnswer | null> {
  const isJson = response.headers.get("content-type")?.includes("json");
  return isJson ? ((await response.json()) as CountAnswer) : null;
}

/** The same key may stand in two places of a page; all of them follow. */
function show(form: HTMLFormElement, { pressed, count, message }: CountAnswer): void {
  const action = form.getAttribute("action") ?? "";
  for (const each of document.querySelectorAll<HTMLFormElement>(selector)) {
    if (each.getAttribute("action") === action) showIn(each, pressed ?? isPressed(each), count);
  }
  if (count !== undefined) {
    const written = writeCount(document.documentElement.lang, count);
    document
      .querySelectorAll(`[data-count-of="${CSS.escape(action)}"]`)
      .forEach((each) => (each.textContent = written));
  }
  if (message) say(message);
}

function showIn(form: HTMLFormElement, pressed: boolean, count?: number): void {
  const button = form.querySelector<HTMLButtonElement>("button[aria-pressed]");
  const label = form.querySelector("[data-label]");
  const number = form.querySelector<HTMLElement>("[data-count]");
  button?.setAttribute("aria-pressed", String(pressed));
  if (label && button) label.textContent = (pressed ? button.dataset.release : button.dataset.press) ?? "";
  if (number && count !== undefined) {
    const isHidden = count === 0 && number.dataset.hideZero !== undefined;
    number.textContent = isHidden ? "" : writeCount(document.documentElement.lang, count);
  }
  form.querySelector("input[name=_method]")?.remove();
  if (pressed) form.prepend(hiddenDelete());
}

function isPressed(form: HTMLFormElement): boolean {
  return form.querySelector("button[aria-pressed]")?.getAttribute("aria-pressed") === "true";
}

function hiddenDelete(): HTMLInputElement {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "_method";
  field.value = "DELETE";
  return field;
}
