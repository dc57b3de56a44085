import { formAction, formBody, sendPlainly } from "./sending-form";

/** The theme changes at once; the server keeps it for the next page. */
export function startTheme(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const pressed = event.submitter;
    if (!form.matches("[data-theme-switch]") || !(pressed instanceof HTMLButtonElement)) return;
    event.preventDefault();
    show(form, pressed);
    fetch(formAction(form, pressed), {
      method: "POST",
      body: formBody(form, pressed),
      headers: { Accept: "application/json" },
    }).then(
      (answer) => answer.ok || sendPlainly(form, pressed),
      () => undefined,
    );
  });
}

function show(form: HTMLFormElement, pressed: HTMLButtonElement): void {
  if (pressed.value === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = pressed.value;
  for (const button of form.querySelectorAll("button[name=theme]")) {
    button.setAttribute("aria-pressed", String(button === pressed));
  }
}
