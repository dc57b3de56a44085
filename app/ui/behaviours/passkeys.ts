import { onPage } from "./page-changes";

/** Wakes the forms that need an authenticator, where the browser has what they need. Loads the rest only then. */
export function startPasskeys(): void {
  if (!("PublicKeyCredential" in globalThis)) return;
  // No browser makes or finds keys under a bare address: [::1] or 127.0.0.1.
  if (/^\[|^[\d.]+$/.test(location.hostname)) return;
  onPage((part) => {
    const forms = [...part.querySelectorAll<HTMLFormElement>("form[data-passkey]")];
    if (forms.length === 0) return;
    void import("./passkey-forms").then(({ wakePasskeyForms }) => wakePasskeyForms(forms));
  });
}
