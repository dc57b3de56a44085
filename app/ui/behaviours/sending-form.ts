/** What a form would send with this button, as its encoding wants it. */
export function formBody(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams | FormData {
  const data = new FormData(form, submitter);
  if (form.enctype === "multipart/form-data") return data;
  return new URLSearchParams(
    [...data].map(([name, value]) => [name, typeof value === "string" ? value : value.name]),
  );
}

/** Where a form goes with this button. `form.action` would be a field of that name, were there one. */
export function formAction(form: HTMLFormElement, submitter: HTMLElement | null): string {
  const own = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  return new URL(own || location.href, location.href).href;
}

/** Sends a form the plain way, past every listener, with the pressed button's name and value. */
export function sendPlainly(form: HTMLFormElement, submitter: HTMLElement | null): void {
  if (submitter instanceof HTMLButtonElement && submitter.name) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = submitter.name;
    field.value = submitter.value;
    form.append(field);
  }
  HTMLFormElement.prototype.submit.call(form);
}
