import { isEnoughToCompare, mayAskAbout } from "./asking-rules";
import { latestAnswer, withQuery } from "./latest-answer";
import { announceChange } from "./page-changes";

const pauseMs = 300;

/** Fills a panel with what others wrote before, while the reader writes. */
export function startSimilar(): void {
  const ask = latestAnswer(pauseMs);
  const look = (control: HTMLInputElement) => {
    const panel =
      control.id && document.querySelector<HTMLElement>(`[data-watch="${CSS.escape(control.id)}"]`);
    if (!panel) return;
    const text = control.value;
    const mayAsk = isEnoughToCompare(text) && mayAskAbout(text);
    ask(mayAsk ? withQuery(panel.dataset.similar ?? "", text) : null, "text/html", async (response) => {
      // The fragment is made by this site's own templates, as every other part of the page.
      panel.innerHTML = await response.text();
      announceChange(panel);
    });
  };
  document.addEventListener("input", (event) => {
    if (!(event as InputEvent).isComposing) look(event.target as HTMLInputElement);
  });
  // What was typed or pasted while this was on its way counts as well.
  for (const { dataset } of document.querySelectorAll<HTMLElement>("[data-watch]")) {
    const control = document.getElementById(dataset.watch ?? "");
    if (control instanceof HTMLInputElement && control.value !== control.defaultValue) look(control);
  }
}
