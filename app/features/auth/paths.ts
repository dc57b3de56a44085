import { memberPath } from "~/features/members/paths";
import { suspendedPath } from "~/features/site/paths";

export const signOutPath = "/sign-out";

/** `next` is where the visitor wanted to be; checked by `safePath` when it is used. */
export function signInPath(next?: string): string {
  return withNext("/sign-in", next);
}

export function signUpPath(next?: string): string {
  return withNext("/sign-up", next);
}

function withNext(path: string, next: string | undefined): string {
  return next && next !== "/" ? `${path}?next=${encodeURIComponent(next)}` : path;
}

export const sessionsPath = "/settings/security/sessions";

export function sessionPath(handle: string): string {
  return `${sessionsPath}/${handle}`;
}

export const secondStepPath = "/sign-in/second-step";
export const passkeySignInPath = "/sign-in/passkey";
export const passkeyOptionsPath = "/passkeys/options";
export const passkeySignUpPath = "/sign-up/passkey";
export const providerPath = "/sign-in/provider";
export const providerReturnPath = "/sign-in/provider/callback";
export const proveByProviderPath = "/prove/provider";
export const appSignInPath = "/sign-in/app";
export const externalAccountPath = "/sign-up/elsewhere";
export const identitiesPath = "/settings/security/identities";

export function identityPath(handle: string): string {
  return `${identitiesPath}/${handle}`;
}

export const strengthPath = "/password-strength";
export const checkUpPath = "/settings/security/check-up";
export const authenticatorPath = "/settings/security/authenticator";
export const recoveryCodesPath = "/settings/security/recovery-codes";
export const addressPath = "/settings/security/address";
export const confirmationPath = "/settings/security/confirmation";
export const passkeysPath = "/settings/security/passkeys";

export function passkeyPath(id: string): string {
  return `${passkeysPath}/${encodeURIComponent(id)}`;
}

export function provePath(next?: string): string {
  return withNext("/prove", next);
}

/** Without a token the page that asks for one. */
export function resetPath(token?: string): string {
  return token ? `/reset/${token}` : "/reset";
}

/** Where a closed account is brought back. */
export function keepAccountPath(token: string): string {
  return `/keep-account/${token}`;
}

export function confirmPath(token: string): string {
  return `/confirm/${token}`;
}

/** POST suspends a member, DELETE lifts it. */
export function suspensionPath({ name }: { name: string }): string {
  return `${memberPath({ name })}/suspension`;
}

/** Everybody suspended now. */
export function suspensionsPath(before?: number): string {
  return `${suspendedPath}${before ? `?before=${before}` : ""}`;
}
