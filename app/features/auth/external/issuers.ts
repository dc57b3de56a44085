import type { Config } from "~/platform/config/config.server";

/** Stands for the product's own app among issuers; no address can be written like it. */
export const appIssuer = "app";

/** Whose word counts for who somebody is. Identities of other issuers stay kept, and open nothing. */
export function issuersOf({ oidc, ssoSecret }: Pick<Config, "oidc" | "ssoSecret">): string[] {
  return [...(oidc ? [oidc.issuer] : []), ...(ssoSecret ? [appIssuer] : [])];
}
