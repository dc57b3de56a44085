import * as oidc from "openid-client";
import type { Context } from "~/features/members/context";
import { minutes } from "~/platform/clock/clock";
import type { Config, OidcConfig } from "~/platform/config/config.server";
import { AnswerTooLarge, boundedFetch } from "~/platform/http/bounded-fetch.server";

const knownForMs = minutes(10);
const bounds = { maxBytes: 256 * 1024, withinMs: 5_000 };
/** What says that the other side is broken or away, and nothing about who somebody is. */
const awayCodes = [
  "OAUTH_TIMEOUT",
  "OAUTH_ABORT",
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
  "OAUTH_PARSE_ERROR",
  "OAUTH_HTTP_REQUEST_FORBIDDEN",
];

/** The provider does not answer, or not in a way that can be used. People go on with their password. */
export class ProviderAway extends Error {
  override name = "ProviderAway";
}

const known = new WeakMap<Config, { until: number; provider: Promise<oidc.Configuration> }>();

/**
 * What the provider says of itself, asked for when somebody first wants to sign in there: the site starts without it.
 * Kept for ten minutes; a failure is not kept. Throws ProviderAway.
 */
export async function connectProvider(
  { config, clock, log }: Pick<Context, "config" | "clock" | "log">,
  settings: OidcConfig,
): Promise<oidc.Configuration> {
  const now = clock.now().getTime();
  const held = known.get(config);
  const provider = held && held.until > now ? held.provider : discover(settings);
  if (provider !== held?.provider) known.set(config, { until: now + knownForMs, provider });
  try {
    return await provider;
  } catch (error) {
    known.delete(config);
    log.warn({ error: (error as Error).message }, "the sign-in provider does not answer");
    throw new ProviderAway();
  }
}

/** Whether this failure is the provider's and passes, rather than an answer that must not be believed. */
export function isAway(error: unknown): boolean {
  if (error instanceof ProviderAway || error instanceof TypeError) return true;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return cause instanceof AnswerTooLarge || awayCodes.includes(String(code));
}

async function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<oidc.Configuration> {
  const isPlain = issuer.startsWith("http:");
  return oidc.discovery(new URL(issuer), clientId, undefined, authentication(clientSecret), {
    timeout: bounds.withinMs / 1_000,
    execute: [
      // Signatures are checked although the tokens come straight from the provider: then a broken proxy cannot lie either.
      oidc.enableNonRepudiationChecks,
      // The configuration takes such an address on this machine alone.
      ...(isPlain ? [oidc.allowInsecureRequests] : []),
    ],
    // Asked are the issuer and what its own description names, nobody else: no address comes from a visitor.
    [oidc.customFetch]: (url, options) => boundedFetch(url, options as RequestInit, bounds),
  });
}

/** As the provider wants it; the header is what every provider must take. */
function authentication(clientSecret: string | null): oidc.ClientAuth {
  if (clientSecret === null) return oidc.None();
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const way = ways.includes("client_secret_basic") ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    way(clientSecret)(server, ...rest);
  };
}
