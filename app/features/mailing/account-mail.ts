/**
 * Mails about an account itself. None holds a word somebody chose, so that nobody can write to a stranger through our
 * forms; each has its texts under `account` in locales/mails.
 */
export const accountMailTypes = [
  // To the address that signed up: press the link, and it is yours.
  "confirm-address",
  // To an address that has an account already, when somebody signs up with it once more.
  "address-has-account",
  "reset-password",
  // Both sides of a change of address: the new one confirms, the old one may stop it.
  "confirm-new-address",
  "approve-new-address",
  "address-changed",
  "name-changed",
  "password-changed",
  "second-factor-on",
  "second-factor-off",
  "recovery-codes-made",
  "passkey-added",
  "passkey-removed",
  "identity-linked",
  "identity-removed",
  "new-sign-in",
  // The owner may have been somebody else with their session: it says how to stop it.
  "deletion-planned",
  "deletion-stopped",
  // The last one an address gets: it goes out before the address is gone.
  "deletion-begun",
  "copy-ready",
] as const;
export type AccountMailType = (typeof accountMailTypes)[number];
