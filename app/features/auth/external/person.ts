import { refuseName, tidyName, nameLimits } from "~/features/members/naming";
import type { NameRules } from "~/features/members/reserved-names";
import { EmailSchema } from "../input";

/** Somebody as another place describes them. Issuer and subject say who it is; the rest is only told. */
export interface ExternalPerson {
  issuer: string;
  subject: string;
  email: string | null;
  /** Whether the other place says that it has asked at the address. */
  isEmailVerified: boolean;
  suggestedName: string;
}

const longestSubject = 255;

/** Reads what a token says of somebody. Null where it does not say who it is. */
export function personIn(
  issuer: string,
  claims: Readonly<Record<string, unknown>>,
  rules: NameRules,
): ExternalPerson | null {
  const { sub } = claims;
  if (typeof sub !== "string" || sub === "" || sub.length > longestSubject || /[\0-\x1f]/.test(sub))
    return null;
  const email = EmailSchema.safeParse(claims.email);
  return {
    issuer,
    subject: sub,
    email: email.success ? email.data : null,
    isEmailVerified: email.success && claims.email_verified === true,
    suggestedName: suggestName([claims.preferred_username, claims.nickname, claims.name], rules),
  };
}

/** The first of the names that could be one here, made fit; empty where none can. Whether it is free shows later. */
function suggestName(told: readonly unknown[], rules: NameRules): string {
  for (const each of told) {
    if (typeof each !== "string") continue;
    const [beforeAt = ""] = tidyName(each.slice(0, 200)).split("@");
    const fit = [...beforeAt.replace(/[^\p{L}\p{M}0-9_-]+/gu, "-")].slice(0, nameLimits.max).join("");
    const name = fit.replace(/^[_-]+|[_-]+$/g, "");
    if (refuseName(name, rules) === null) return name;
  }
  return "";
}
