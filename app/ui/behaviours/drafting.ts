import { writeDate } from "../primitives/dates";
import { closest } from "./closest";
import { draftStore, type LocalDraft } from "./draft-store";
import { fillSlots } from "./fill-slots";
import { onPage } from "./page-changes";

const pauseMs = 1500;
const selector = "form[data-draft], form[data-draft-here]";
/** Not typed: what the page made, what the browser cannot keep, and what the server shall not do yet. */
const leftOut = /^(preview|remove-attachment|_method|asked)$/;

interface Answer {
  stamp?: string;
  reason?: string;
  message?: string;
  savedAt?: string;
}

interface Drafting {
  timer: number;
  /** One save at a time, in order: the second waits for what the first answered. */
  running: Promise<void>;
  hasChanged: boolean;
  /** A newer draft stands on the server, and the reader has not decided yet. */
  isHeldBack: boolean;
}

const forms = new WeakMap<HTMLFormElement, Drafting>();

/** Keeps what is typed: on the server for members, in the browser for guests and while the server is away. */
export function startDrafting(): void {
  onPage((part) => part.querySelectorAll<HTMLFormElement>(selector).forEach(putBack));
  document.addEventListener("input", (event) => {
    const form = (event.target as HTMLInputElement).form;
    if (form?.matches(selector)) touch(form);
  });
  document.addEventListener("click", (event) => {
    const button = closest<HTMLButtonElement>(event, "[data-save-draft]");
    const form = button?.form;
    // Chosen files travel with the form itself.
    if (!form || hasFiles(form)) return;
    event.preventDefault();
    void saveNow(form);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || !form.matches(selector)) return;
    const state = stateOf(form);
    clearTimeout(state.timer);
    const kept = storeOf(form).read();
    if (kept) storeOf(form).keep({ ...kept, fields: typed(form), isSent: true });
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return;
    for (const form of document.querySelectorAll<HTMLFormElement>(selector)) {
      if (stateOf(form).hasChanged && form.dataset.sending === undefined) void saveNow(form);
    }
  });
}

function touch(form: HTMLFormElement): void {
  const state = stateOf(form);
  delete form.dataset.kept;
  state.hasChanged = true;
  clearTimeout(state.timer);
  if (!state.isHeldBack) state.timer = window.setTimeout(() => void saveNow(form), pauseMs);
}

/** Keeps a form now, after whatever save is under way. */
export function saveNow(form: HTMLFormElement): Promise<void> {
  const state = stateOf(form);
  clearTimeout(state.timer);
  state.running = state.running.then(() => save(form, state));
  return state.running;
}

async function save(form: HTMLFormElement, state: Drafting): Promise<void> {
  state.hasChanged = false;
  const address = form.dataset.draft;
  if (!address) return keepHere(form);
  try {
    const body = new URLSearchParams(typed(form));
    const headers = { Accept: "application/json" };
    const request = { method: "POST", body, headers, keepalive: String(body).length < 60_000 };
    const response = await fetch(`${address}/text`, request);
    const answer = (await response.json()) as Answer;
    if (response.ok) return wasSaved(form, answer);
    if (answer.reason === "newer-draft") return askWhich(form, state, answer);
    if (answer.reason === "already-sent") return beginAnew(form);
    keepHere(form, answer.message);
  } catch {
    keepHere(form);
  }
}

function wasSaved(form: HTMLFormElement, { stamp = "" }: Answer): void {
  setField(form, "draft", stamp);
  storeOf(form).drop();
  if (!stateOf(form).hasChanged) form.dataset.kept = "";
  say(form, "saved", { time: clock(new Date()) });
}

function keepHere(form: HTMLFormElement, message?: string): void {
  const isKept = storeOf(form).keep({ fields: typed(form), at: Date.now() });
  if (isKept && !form.dataset.draft) form.dataset.kept = "";
  const status = statusOf(form);
  if (message && status) status.replaceChildren(message);
  else if (isKept) say(form, "local");
}

/** The form came back by "back" after it was posted: what is typed now is another post, with a key of its own. */
function beginAnew(form: HTMLFormElement): void {
  setField(form, "submission", crypto.randomUUID());
  setField(form, "draft", "");
  touch(form);
}

function askWhich(form: HTMLFormElement, state: Drafting, { stamp = "", savedAt = "" }: Answer): void {
  state.isHeldBack = true;
  keepInTab(form);
  say(form, "newer", { time: clock(new Date(savedAt)) });
  const status = statusOf(form);
  status?.append(
    choice(status.dataset.textTake, () => {
      form.dataset.kept = "";
      storeOf(form).drop();
      location.reload();
    }),
    choice(status.dataset.textKeep, () => {
      state.isHeldBack = false;
      setField(form, "draft", stamp);
      void saveNow(form);
    }),
  );
}

function keepInTab(form: HTMLFormElement): void {
  storeOf(form).keep({ fields: typed(form), at: Date.now() });
}

/** What only this browser has goes back into the form; what was sent already is offered, for it may have arrived. */
function putBack(form: HTMLFormElement): void {
  const store = storeOf(form);
  const kept = store.read();
  if (!kept) return;
  if (!kept.isSent) return fill(form, kept);
  say(form, "sent");
  const status = statusOf(form);
  status?.append(
    choice(status.dataset.textPutBack, () => fill(form, kept)),
    choice(status.dataset.textDiscard, () => {
      store.drop();
      status.replaceChildren();
    }),
  );
}

function fill(form: HTMLFormElement, { fields }: LocalDraft): void {
  for (const [name, value] of fields) {
    const control = form.elements.namedItem(name);
    const isText = control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement;
    if (isText || (control instanceof HTMLInputElement && control.type === "text")) control.value = value;
  }
  touch(form);
}

function typed(form: HTMLFormElement): [name: string, value: string][] {
  return [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && !leftOut.test(name) ? [[name, value]] : [],
  );
}

function hasFiles(form: HTMLFormElement): boolean {
  const inputs = form.querySelectorAll<HTMLInputElement>("input[type=file]");
  return [...inputs].some(({ files }) => (files?.length ?? 0) > 0);
}

function stateOf(form: HTMLFormElement): Drafting {
  const known = forms.get(form) ?? {
    timer: 0,
    running: Promise.resolve(),
    hasChanged: false,
    isHeldBack: false,
  };
  forms.set(form, known);
  return known;
}

function storeOf(form: HTMLFormElement) {
  const { draft, draftHere } = form.dataset;
  return draftStore(draft ?? draftHere ?? "", draft === undefined);
}

function statusOf(form: HTMLFormElement): HTMLElement | null {
  const inside = form.querySelector<HTMLElement>("[data-draft-status]");
  return inside ?? document.querySelector(`[data-draft-status][data-of="${CSS.escape(form.id)}"]`);
}

function say(
  form: HTMLFormElement,
  what: "saved" | "local" | "newer" | "sent",
  slots: { time?: string } = {},
): void {
  const status = statusOf(form);
  if (!status) return;
  const text = status.dataset[`text${what[0]!.toUpperCase()}${what.slice(1)}`] ?? "";
  // Only what asks for a decision is read aloud: every save would drown what is being typed.
  status.role = what === "newer" || what === "sent" ? "status" : null;
  status.replaceChildren(fillSlots(text, slots));
}

function choice(label: string | undefined, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "text-button";
  button.textContent = label ?? "";
  button.addEventListener("click", act);
  return button;
}

function setField(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

function clock(at: Date): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return writeDate(at, "clock", { locale: document.documentElement.lang, timeZone, now: new Date() });
}
