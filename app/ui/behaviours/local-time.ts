import { type DateForm, writeDate } from "../primitives/dates";
import { onPage } from "./page-changes";

const refreshMs = 60_000;

/** Dates in the reader's own zone, and distances that stay true while the page is open. */
export function startLocalTime(): void {
  onPage(rewriteTimes);
  setInterval(() => document.hidden || rewriteTimes(document), refreshMs);
  document.addEventListener("visibilitychange", () => document.hidden || rewriteTimes(document));
}

function rewriteTimes(part: ParentNode): void {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const view = { locale: document.documentElement.lang, timeZone, now: new Date() };
  for (const time of part.querySelectorAll<HTMLTimeElement>("time[data-form]")) {
    const at = new Date(time.dateTime);
    time.textContent = writeDate(at, time.dataset.form as DateForm, view);
    time.title = writeDate(at, "full", view);
  }
}
