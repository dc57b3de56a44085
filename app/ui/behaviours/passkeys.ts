/** Wakes the forms that need an authenticator, where the browser has what they need. Loads the rest only then. */
export function startPasskeys(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-passkey]")];
  if (forms.length === 0 || !("PublicKeyCredential" in globalThis)) return;
  // No browser makes or finds keys under a bare address: [::1] or 127.0.0.1.
  if (/^\[|^[\d.]+$/.test(location.hostname)) return;
  void import("./passkey-forms").then(({ wakePasskeyForms }) => wakePasskeyForms(forms));
}
