import { writeCount } from "../primitives/number";
import { say } from "./saying";
import { formAction, formBody, sendPlainly } from "./sending-form";
import { clearSending, markSending } from "./sending-state";

/** Numbers by what the keys are worth, and which of those keys the reader has pressed. */
interface Answer {
  counts?: Record<string, number>;
  mine?: string[];
  message?: string;
}

const selector = "form[data-enhance=react]";

/** Keys of several values in one form are sent in place; what is said for the first time comes out of the menu. */
export function startReacting(): void {
  // On the way down: before the listener that shuts a form which is sent the plain way.
  // The same listener added again is added once.
  document.addEventListener("submit", react, { capture: true });
}

async function react(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  if (!form.matches(selector)) return;
  event.preventDefault();
  const { submitter } = event;
  const body = formBody(form, submitter);
  markSending(form, null);
  try {
    const headers = { Accept: "application/json" };
    const response = await fetch(formAction(form, submitter), { method: "POST", body, headers });
    const isJson = response.headers.get("content-type")?.includes("json");
    const answer = isJson ? ((await response.json()) as Answer) : null;
    if (response.ok && answer?.counts) return show(form, answer);
    // Signed out, or something the page has to explain: let the browser go where the form leads.
    if (!answer?.message || response.status === 401) return sendPlainly(form, submitter);
    say(answer.message);
  } catch {
    say(document.querySelector<HTMLElement>(".frame")?.dataset.textOffline ?? "");
  } finally {
    clearSending(form);
  }
}

/** The same keys may stand in two places of a page; both follow. */
function show(form: HTMLFormElement, { counts = {}, mine = [] }: Answer): void {
  const action = form.getAttribute("action");
  for (const each of document.querySelectorAll<HTMLFormElement>(selector)) {
    if (each.getAttribute("action") !== action) continue;
    for (const [value, count] of Object.entries(counts)) {
      const key = each.querySelector<HTMLButtonElement>(`button[value="${CSS.escape(value)}"]`);
      if (key) showOn(key, count, mine.includes(value));
    }
  }
}

function showOn(key: HTMLButtonElement, count: number, isMine: boolean): void {
  const number = key.querySelector("[data-count]");
  key.setAttribute("aria-pressed", String(isMine));
  key.name = isMine ? "unset" : "set";
  if (number) number.textContent = count > 0 ? writeCount(document.documentElement.lang, count) : "";
  const menu = key.closest("details");
  if (!menu || count === 0) return;
  const hadFocus = menu.contains(document.activeElement);
  menu.open = false;
  menu.before(key);
  if (hadFocus) key.focus();
}
