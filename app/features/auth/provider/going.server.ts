import { buildAuthorizationUrl } from "openid-client";
import type { Context } from "~/features/members/context";
import { NotFound } from "~/platform/errors";
import { type Outcome, done, refused } from "~/platform/outcome";
import type { Carried } from "../carrying.server";
import { countAction } from "../limiting.server";
import { providerReturnPath } from "../paths";
import { proofLasts } from "../proof-lasts";
import type { Visit } from "../sessions.server";
import { connectProvider, ProviderAway } from "./connecting.server";
import { beginErrand, type ErrandKind } from "./errands.server";

export interface Going {
  /** The provider's page to sign in on. */
  to: string;
  /** What people know it as. */
  name: string;
  cookie: string;
}

export type GoingRefusal = "provider-away" | "provider-kept-long" | "sign-in-wait";

/** Prepares the way to the provider: authorization code flow with PKCE, state and nonce (OAuth 2.0 Security BCP, RFC 9700). */
export async function goToProvider(
  ctx: Context,
  { kind, carried, browser }: { kind: ErrandKind; carried: Carried; browser: string | null },
  { network }: Pick<Visit, "network">,
): Promise<Outcome<Going, never> | { ok: false; reason: GoingRefusal; allowedAt?: Date | null }> {
  const { oidc, origin } = ctx.config;
  if (!oidc) throw new NotFound("provider");
  const { allowedAt } = await countAction(ctx, "signIn", { memberId: null, network });
  if (allowedAt) return { ok: false, reason: "sign-in-wait", allowedAt };
  try {
    const provider = await connectProvider(ctx, oidc);
    const begun = await beginErrand(ctx, { kind, carried, browser });
    if (!begun) return refused("provider-kept-long");
    const to = buildAuthorizationUrl(provider, {
      redirect_uri: origin + providerReturnPath,
      scope: "openid profile email",
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: begun.codeChallenge,
      code_challenge_method: "S256",
      ...(kind === "prove" && { max_age: String(freshSeconds) }),
    });
    return done({ to: to.href, name: oidc.name, cookie: begun.cookie });
  } catch (error) {
    if (error instanceof ProviderAway) return refused("provider-away");
    throw error;
  }
}

/** A proof must be as fresh there as it is asked for here. */
export const freshSeconds = proofLasts.sensitive / 1_000;
