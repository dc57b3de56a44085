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
  for (const form of forms) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      void answer(form, false);
    });
    if (form.dataset.autofill) void offerAmongNames(form);
  }
}

/** Passkeys stand among the suggestions of the name field; choosing one signs in. */
async function offerAmongNames(form: HTMLFormElement): Promise<void> {
  if (await browserSupportsWebAuthnAutofill()) await answer(form, true);
}

async function answer(form: HTMLFormElement, isAutofill: boolean): Promise<void> {
  const failed = form.querySelector<HTMLElement>("[data-passkey-error]");
  if (failed) failed.hidden = true;
  try {
    const credential = await ask(form, isAutofill);
    form.querySelector<HTMLInputElement>('[name="credential"]')!.value = JSON.stringify(credential);
    sendPlainly(form, null);
  } catch {
    // Offered and not taken: nobody asked, so nobody is told.
    if (isAutofill || !failed) return;
    failed.textContent = form.dataset.failed ?? "";
    failed.hidden = false;
  }
}

async function ask(form: HTMLFormElement, isAutofill: boolean): Promise<unknown> {
  const isNew = form.dataset.passkey === "create";
  if (!isAutofill) WebAuthnAbortService.cancelCeremony();
  const response = await fetch(form.dataset.options ?? "", {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams({ for: isNew ? "create" : "get" }),
  });
  // The proof has grown old meanwhile: the page itself asks for a new one.
  if (response.status === 403) location.reload();
  if (!response.ok) throw new Error(String(response.status));
  const options: unknown = await response.json();
  return isNew
    ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({
        optionsJSON: options as PublicKeyCredentialRequestOptionsJSON,
        useBrowserAutofill: isAutofill,
      });
}
