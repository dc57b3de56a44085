import { randomBytes } from "node:crypto";
import { calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier } from "openid-client";
import type { Context } from "~/features/members/context";
import { minutes } from "~/platform/clock/clock";
import { readCookie } from "~/platform/http/cookies";
import { packForm, unpackForm } from "~/platform/http/kept-form";
import type { Carried } from "../carrying.server";
import { findChallenge, makeChallenge, takeChallenge } from "../challenges.server";
import { seal, unseal } from "../sealing.server";
import { hashOf } from "../session-adapter.server";

/** Why somebody is sent to the provider. "link" and "prove" are for who is signed in already. */
export type ErrandKind = "sign-in" | "link" | "prove";

export interface Errand {
  kind: ErrandKind;
  /** Who set out, where somebody was signed in. */
  memberId: number | null;
  nonce: string;
  verifier: string;
  carried: Carried;
}

const validForMs = minutes(15);
const longestKept = 200_000;
const browserBytes = 24;

/** What of an errand goes along to the provider, and the cookie that stays with this browser. */
export interface Begun {
  state: string;
  nonce: string;
  codeChallenge: string;
  cookie: string;
}

/**
 * Writes down what somebody set out for. It is answered once, within a quarter of an hour, by the browser that set out:
 * without the cookie an attacker could have a stranger finish a sign-in of theirs. Null when what waits is too long.
 */
export async function beginErrand(
  ctx: Context,
  { kind, carried, browser }: { kind: ErrandKind; carried: Carried; browser: string | null },
): Promise<Begun | null> {
  const kept = carried.kept && packForm(carried.kept);
  if (kept && kept.length > longestKept) return null;
  const [nonce, verifier] = [randomNonce(), randomPKCECodeVerifier()];
  // Of one browser with two pages open both find their way back.
  const token = browser ?? randomBytes(browserBytes).toString("base64url");
  const state = await makeChallenge(ctx, {
    purpose: "provider",
    // Not the challenge's own member: a change of password there ends what was sent by mail, not this.
    memberId: ctx.actor?.id ?? null,
    data: {
      kind,
      browser: hashOf(token),
      // What somebody wrote waits here unread: sealed, and gone with the errand.
      sealed: seal(ctx, JSON.stringify({ nonce, verifier, next: carried.next, kept })),
    },
    validForMs,
  });
  const codeChallenge = await calculatePKCECodeChallenge(verifier);
  return { state, nonce, codeChallenge, cookie: errandCookie(ctx, token) };
}

/** Uses the errand up. Null for made-up, used and old ones, and for those another browser set out with. */
export async function takeErrand(
  ctx: Context,
  { state, browser }: { state: string; browser: string | null },
): Promise<Errand | null> {
  const waiting = await findChallenge(ctx, "provider", state);
  if (!waiting || !browser || waiting.data.browser !== hashOf(browser)) return null;
  if (!(await takeChallenge(ctx, "provider", state))) return null;
  const { kind, sealed } = waiting.data as { kind: ErrandKind; sealed: string };
  const { nonce, verifier, next, kept } = JSON.parse(unseal(ctx, sealed)) as {
    nonce: string;
    verifier: string;
    next: string;
    kept: string | null;
  };
  const carried = { next, kept: unpackForm(kept ?? undefined) };
  return { kind, memberId: waiting.memberId, nonce, verifier, carried };
}

/** What this browser set out with; null for one that did not. */
export function browserOf({ config }: Pick<Context, "config">, request: Request): string | null {
  const brought = readCookie(request, cookieName(config.origin));
  return brought && /^[\w-]{32}$/.test(brought) ? brought : null;
}

function errandCookie({ config }: Context, token: string): string {
  const secure = config.origin.startsWith("https:") ? "; Secure" : "";
  // Lax: it has to come along when the provider sends the browser back.
  return `${cookieName(config.origin)}=${token}; Path=/; Max-Age=${validForMs / 1_000}; HttpOnly; SameSite=Lax${secure}`;
}

function cookieName(origin: string): string {
  return origin.startsWith("https:") ? "__Host-provider" : "provider";
}
