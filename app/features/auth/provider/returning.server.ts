import { authorizationCodeGrant, type Configuration, fetchUserInfo } from "openid-client";
import type { Context, MemberContext } from "~/features/members/context";
import { nameRulesOf } from "~/features/site/name-rules";
import { readSite } from "~/features/site/settings.server";
import type { OidcConfig } from "~/platform/config/config.server";
import { NotFound } from "~/platform/errors";
import type { FormError } from "~/platform/http/form-errors";
import type { Carried } from "../carrying.server";
import { admitPerson, type Admitted, findLinkedMember } from "../external/admitting-person.server";
import { linkIdentity } from "../external/identities.server";
import { type ExternalPerson, personIn } from "../external/person";
import { letIn } from "../letting-in.server";
import { countAction } from "../limiting.server";
import { providerReturnPath } from "../paths";
import type { Visit } from "../sessions.server";
import { connectProvider, isAway } from "./connecting.server";
import { type Errand, takeErrand } from "./errands.server";
import { freshSeconds } from "./going.server";

/** Keys of locales/errors. */
export type ReturnRefusal =
  | "provider-over"
  | "provider-declined"
  | "provider-refused"
  | "provider-away"
  | "provider-other-person"
  | "identity-taken"
  | "identity-already"
  | "identity-refused"
  | "sign-in-wait"
  | "suspended";

export type Returned =
  | ({ kind: "sign-in" | "prove"; carried: Carried } & Extract<Admitted, { ok: true }>)
  | { ok: true; kind: "link" }
  | {
      ok: false;
      kind: Errand["kind"] | null;
      reason: ReturnRefusal;
      carried: Carried | null;
      allowedAt?: Date | null;
      said?: FormError;
    };

/**
 * Takes somebody back from the provider. What they bring counts only together with the errand this browser set out on;
 * the code is changed for tokens at the provider itself, and what those say is checked: signature, issuer, audience,
 * nonce, age. The provider's word about a second step is not taken (decision on linking): ours is asked as ever.
 */
export async function returnFromProvider(
  ctx: Context,
  { search, browser }: { search: URLSearchParams; browser: string | null },
  visit: Visit,
): Promise<Returned> {
  const { oidc } = ctx.config;
  if (!oidc) throw new NotFound("provider");
  const { allowedAt } = await countAction(ctx, "signIn", { memberId: null, network: visit.network });
  if (allowedAt) return { ...nothing, reason: "sign-in-wait", allowedAt };
  const errand = await takeErrand(ctx, { state: search.get("state") ?? "", browser });
  if (!errand) return { ...nothing, reason: "provider-over" };
  const { kind, carried } = errand;
  const refuse = (reason: ReturnRefusal): Returned => ({ ok: false, kind, reason, carried });
  if (search.get("error") === "access_denied") return refuse("provider-declined");
  const person = await askWho(ctx, oidc, search, errand);
  if (typeof person === "string") return refuse(person);

  // Whoever set out signed in must be who comes back; otherwise somebody's account would be opened to another's.
  if (kind !== "sign-in" && errand.memberId !== ctx.actor?.id) return refuse("provider-over");
  switch (kind) {
    case "sign-in": {
      const admitted = await admitPerson(ctx, person, visit);
      return { kind, carried, ...admitted };
    }
    case "link": {
      const linked = await linkIdentity(ctx as MemberContext, person);
      return linked.ok ? { ok: true, kind } : refuse(linked.reason);
    }
    case "prove": {
      const member = await findLinkedMember(ctx, person);
      if (!member || member.id !== errand.memberId) return refuse("provider-other-person");
      const entered = await letIn(ctx, member, visit);
      return { kind, carried, ...entered };
    }
  }
}

const nothing = { ok: false, kind: null, carried: null } as const;

async function askWho(
  ctx: Context,
  settings: OidcConfig,
  search: URLSearchParams,
  { kind, nonce, verifier }: Errand,
): Promise<ExternalPerson | "provider-away" | "provider-refused"> {
  // Built from the configured origin: what the request calls its host is the visitor's to choose.
  const address = new URL(ctx.config.origin + providerReturnPath);
  address.search = search.toString();
  try {
    const provider = await connectProvider(ctx, settings);
    const tokens = await authorizationCodeGrant(provider, address, {
      expectedState: search.get("state") ?? "",
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
      ...(kind === "prove" && { maxAge: freshSeconds }),
    });
    const claims = tokens.claims();
    if (!claims) return "provider-refused";
    const told = kind === "sign-in" ? await describe(ctx, provider, tokens.access_token, claims) : claims;
    const rules = nameRulesOf(await readSite(ctx));
    return personIn(settings.issuer, { ...told, sub: claims.sub }, rules) ?? "provider-refused";
  } catch (error) {
    const reason = isAway(error) ? "provider-away" : "provider-refused";
    ctx.log.warn({ error: (error as Error).message, code: (error as { code?: unknown }).code }, reason);
    return reason;
  }
}

/** Many providers tell name and address at an endpoint of their own. Without them people type both. */
async function describe(
  ctx: Context,
  provider: Configuration,
  accessToken: string,
  claims: Readonly<Record<string, unknown>> & { sub: string },
): Promise<Readonly<Record<string, unknown>>> {
  if (claims.email !== undefined || !provider.serverMetadata().userinfo_endpoint) return claims;
  try {
    return { ...(await fetchUserInfo(provider, accessToken, claims.sub)), ...claims };
  } catch (error) {
    ctx.log.warn({ error: (error as Error).message }, "the provider describes nobody");
    return claims;
  }
}
