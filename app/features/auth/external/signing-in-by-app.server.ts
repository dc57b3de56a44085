import type { Context, MemberContext } from "~/features/members/context";
import type { FormError } from "~/platform/http/form-errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { countAction } from "../limiting.server";
import type { Visit } from "../sessions.server";
import { type Admitted, admitPerson, findLinkedMember } from "./admitting-person.server";
import { type AppTokenRefusal, readAppToken, spendAppToken } from "./app-token.server";
import { linkIdentity } from "./identities.server";
import type { ExternalPerson } from "./person";

type Refusal = AppTokenRefusal | "app-token-staff" | "identity-refused" | "suspended" | "sign-in-wait";

/** Who somebody would become by the app's word, before they say yes to it. */
export interface AppPreview {
  /** Name of their account here; null where there is none yet. */
  name: string | null;
  /** As which person the app knows them, so that a link of a stranger is seen as one. */
  shown: string;
}

/** Nothing happens yet: a link alone signs nobody in. */
export async function previewApp(
  ctx: Context,
  token: string,
): Promise<Outcome<AppPreview, AppTokenRefusal | "app-token-staff">> {
  const read = await readAppToken(ctx, token);
  if (typeof read === "string") return refused(read);
  const member = await findLinkedMember(ctx, read.person);
  if (member && member.role !== "member") return refused("app-token-staff");
  return done({ name: member?.name ?? null, shown: shownAs(read.person) });
}

/**
 * Signs in whom the app vouches for, once per token. Whoever speaks for the site is not let in this way: a secret that
 * lies in an app must not be able to act for the team.
 */
export async function signInByApp(
  ctx: Context,
  token: string,
  visit: Visit,
): Promise<
  | (Extract<Admitted, { ok: true }> & { person: ExternalPerson })
  | { ok: false; reason: Refusal; allowedAt?: Date | null; said?: FormError }
> {
  const { allowedAt } = await countAction(ctx, "signIn", { memberId: null, network: visit.network });
  if (allowedAt) return { ok: false, reason: "sign-in-wait", allowedAt };
  const read = await readAppToken(ctx, token);
  if (typeof read === "string") return refused(read);
  const member = await findLinkedMember(ctx, read.person);
  if (member && member.role !== "member") return refused("app-token-staff");
  if (!(await spendAppToken(ctx, read))) return refused("app-token-used");
  const admitted = await admitPerson(ctx, read.person, visit);
  return admitted.ok ? { ...admitted, person: read.person } : admitted;
}

/** Adds the app as a way into the account that is signed in. The route asks for a fresh proof first. */
export async function linkApp(
  ctx: MemberContext,
  token: string,
): Promise<Outcome<Record<never, never>, AppTokenRefusal | "identity-taken" | "identity-already">> {
  const read = await readAppToken(ctx, token);
  if (typeof read === "string") return refused(read);
  if (!(await spendAppToken(ctx, read))) return refused("app-token-used");
  return linkIdentity(ctx, read.person);
}

function shownAs({ email, suggestedName, subject }: ExternalPerson): string {
  return email ?? (suggestedName || subject.slice(0, 40));
}
