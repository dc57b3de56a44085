import { clearSending, isSending, markSending } from "./sending-state";

/** A form is sent once, however often its button is pressed, and opens again when the page comes back. */
export function startSendingOnce(): void {
  document.addEventListener("submit", refuseSecond, { capture: true });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const opensElsewhere = Boolean(form.getAttribute("target"));
    if (event.defaultPrevented || opensElsewhere || form.getAttribute("method") !== "post") return;
    markSending(form, event.submitter);
  });
  // A page kept by the browser for "back" returns exactly as it was left.
  addEventListener("pageshow", (event) => {
    if (event.persisted)
      document.querySelectorAll<HTMLFormElement>("form[data-sending]").forEach(clearSending);
  });
}

function refuseSecond(event: SubmitEvent): void {
  if (!isSending(event.target as HTMLFormElement)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
