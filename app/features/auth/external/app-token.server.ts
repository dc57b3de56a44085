import { errors, jwtVerify } from "jose";
import type { Context } from "~/features/members/context";
import { nameRulesOf } from "~/features/site/name-rules";
import { readSite } from "~/features/site/settings.server";
import { isUniqueViolation } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { makeChallenge } from "../challenges.server";
import { appIssuer } from "./issuers";
import { type ExternalPerson, personIn } from "./person";

/** A link made by the app is for now, not for a mail or a bookmark. */
export const longestTokenSeconds = 300;
const toleranceSeconds = 10;
const longestToken = 4_000;
const longestId = 200;

export type AppTokenRefusal = "app-token-refused" | "app-token-old" | "app-token-used";

export interface AppToken {
  person: ExternalPerson;
  /** The token's own name, by which it is taken once. */
  id: string;
  expiresAt: Date;
}

/**
 * Reads who the product's own app says is there: a JWT signed with HS256 and SSO_SECRET. Nothing else of it counts, no
 * role above all. Throws NotFound where the site takes no such tokens.
 */
export async function readAppToken(ctx: Context, token: string): Promise<AppToken | AppTokenRefusal> {
  const { ssoSecret, origin } = ctx.config;
  if (!ssoSecret) throw new NotFound("page");
  if (token.length > longestToken) return "app-token-refused";
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(ssoSecret), {
      // Named, so that a token cannot choose how it is checked.
      algorithms: ["HS256"],
      issuer: appIssuer,
      audience: origin,
      requiredClaims: ["sub", "jti", "iat", "exp"],
      maxTokenAge: longestTokenSeconds,
      clockTolerance: toleranceSeconds,
      currentDate: ctx.clock.now(),
    });
    const { jti: id, iat = 0, exp = 0 } = payload;
    if (typeof id !== "string" || id === "" || id.length > longestId) return "app-token-refused";
    if (exp - iat > longestTokenSeconds) return "app-token-refused";
    const rules = nameRulesOf(await readSite(ctx));
    const person = personIn(appIssuer, payload, rules);
    return person ? { person, id, expiresAt: new Date(exp * 1_000) } : "app-token-refused";
  } catch (error) {
    if (error instanceof errors.JWTExpired) return "app-token-old";
    if (error instanceof errors.JOSEError) return "app-token-refused";
    throw error;
  }
}

/** Uses the token up, for all processes: of two at once one gets in. False when it was used before. */
export async function spendAppToken(ctx: Context, { id, expiresAt }: AppToken): Promise<boolean> {
  const left = expiresAt.getTime() - ctx.clock.now().getTime();
  const validForMs = left + 2 * toleranceSeconds * 1_000;
  try {
    await makeChallenge(ctx, { purpose: "app-token", token: id, validForMs });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
