import {
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";
import { sendPlainly } from "./sending-form";

/** Shows each form and sends it once the authenticator has answered. */
export function wakePasskeyForms(forms: readonly HTMLFormElement[]): void {
  // A button ends what is offered, also where its question is still on the way: its answer would take the button's place.
  const offer = new AbortController();
  for (const form of forms) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      // A button that leads elsewhere, such as to the form with a password.
      if (event.submitter?.hasAttribute("formaction")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      offer.abort();
      void answer(form);
    });
    if (form.dataset.autofill) void offerAmongNames(form, offer.signal);
  }
}

/** Passkeys stand among the suggestions of the name field; choosing one signs in. */
async function offerAmongNames(form: HTMLFormElement, offer: AbortSignal): Promise<void> {
  if (await browserSupportsWebAuthnAutofill()) await answer(form, offer);
}

async function answer(form: HTMLFormElement, offer: AbortSignal | null = null): Promise<void> {
  const failed = form.querySelector<HTMLElement>("[data-passkey-error]");
  if (failed) failed.hidden = true;
  try {
    const credential = await ask(form, offer);
    if (credential === null) return sendPlainly(form, null);
    form.querySelector<HTMLInputElement>('[name="credential"]')!.value = JSON.stringify(credential);
    sendPlainly(form, null);
  } catch {
    // Offered and not taken: nobody asked, so nobody is told.
    if (offer || !failed) return;
    failed.textContent = form.dataset.failed ?? "";
    failed.hidden = false;
  }
}

/** Null when the form itself has to be answered before the authenticator can be asked. */
async function ask(form: HTMLFormElement, offer: AbortSignal | null): Promise<unknown> {
  const purpose = form.dataset.passkey ?? "get";
  if (!offer) WebAuthnAbortService.cancelCeremony();
  const response = await fetch(form.dataset.options ?? "", {
    method: "POST",
    headers: { Accept: "application/json" },
    body: question(form, purpose),
    signal: offer,
  });
  // The proof has grown old meanwhile: the page itself asks for a new one.
  if (response.status === 403) location.reload();
  if (response.status === 422) return null;
  if (!response.ok) throw new Error(String(response.status));
  const options: unknown = await response.json();
  return purpose === "get"
    ? startAuthentication({
        optionsJSON: options as PublicKeyCredentialRequestOptionsJSON,
        useBrowserAutofill: offer !== null,
      })
    : startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON });
}

/** For an account to be, the authenticator is told what it will be called. */
function question(form: HTMLFormElement, purpose: string): URLSearchParams {
  const asked = new URLSearchParams({ for: purpose });
  if (purpose !== "join") return asked;
  for (const name of ["name", "email"])
    asked.set(name, form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? "");
  return asked;
}
