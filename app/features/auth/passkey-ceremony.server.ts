import { isIP } from "node:net";
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Context, Tx } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { minutes } from "~/platform/clock/clock";
import type { Config } from "~/platform/config/config.server";
import { cleanLine } from "~/platform/text/clean-text";
import { makeChallenge, takeChallenge } from "./challenges.server";

export const passkeyAnswerWithinMs = minutes(5);
export const longestPasskeyName = 60;

type NewKeyPurpose = "passkey-add" | "passkey-sign-up";

/** A key an authenticator made for us, checked. */
export interface NewKey {
  id: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports?: readonly string[];
}

/** What the browser hands to the authenticator to make a key. It asks for the person too, so the key is two steps in one. */
export async function askForKey(
  ctx: Context,
  {
    purpose,
    memberId = null,
    userId,
    userName,
    displayName,
    known,
  }: {
    purpose: NewKeyPurpose;
    memberId?: number | null;
    userId: Uint8Array<ArrayBuffer>;
    userName: string;
    displayName: string;
    /** Keys the account has: an authenticator makes no second one. */
    known: readonly { id: string }[];
  },
) {
  const { name: rpName } = await readSite(ctx);
  const options = await generateRegistrationOptions({
    rpName,
    rpID: rpOf(ctx),
    userID: userId,
    userName,
    userDisplayName: displayName,
    excludeCredentials: [...known],
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await makeChallenge(ctx, {
    purpose,
    memberId,
    token: options.challenge,
    validForMs: passkeyAnswerWithinMs,
  });
  return options;
}

/** The key in an authenticator's answer. Null when the answer is not to a question of ours, for this, that still waits. */
export async function verifyNewKey(
  ctx: Context,
  sent: string,
  { purpose, memberId = null }: { purpose: NewKeyPurpose; memberId?: number | null },
): Promise<NewKey | null> {
  const response = readJson<RegistrationResponseJSON>(sent);
  const challenge = response && challengeIn(response.response?.clientDataJSON);
  const asked = response && challenge ? await takeChallenge(ctx, purpose, challenge) : null;
  if (!response || !challenge || !asked || asked.memberId !== memberId) return null;
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: ctx.config.origin,
      expectedRPID: rpOf(ctx),
      requireUserVerification: true,
    });
    return registrationInfo?.credential ?? null;
  } catch (error) {
    ctx.log.debug({ error: (error as Error).name }, "a new passkey was refused");
    return null;
  }
}

/** Throws a unique violation for a key that is kept already, whoever has it. */
export async function keepKey(tx: Tx, memberId: number, key: NewKey, name: string): Promise<void> {
  await tx.db.passkey.create({
    data: {
      id: key.id,
      memberId,
      publicKey: key.publicKey,
      counter: key.counter,
      transports: (key.transports ?? []).join(" "),
      name: cleanLine(name).slice(0, longestPasskeyName) || "Passkey",
      createdAt: tx.clock.now(),
    },
  });
}

/** Browsers make keys for names alone, never for a bare IP address, and only where nobody can read along. */
export function offersPasskeys({ origin }: Pick<Config, "origin">): boolean {
  const { protocol, hostname } = new URL(origin);
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) return false;
  return protocol === "https:" || hostname === "localhost" || hostname.endsWith(".localhost");
}

/** Keys are bound to the site's host, whatever host a request claims. */
export function rpOf({ config }: Pick<Context, "config">): string {
  return new URL(config.origin).hostname;
}

/** The question the browser says it answers; it counts for nothing unless it is one of ours that still waits. */
export function challengeIn(clientData: unknown): string | null {
  const read =
    typeof clientData === "string"
      ? readJson<{ challenge?: unknown }>(Buffer.from(clientData, "base64url").toString("utf8"))
      : null;
  return typeof read?.challenge === "string" ? read.challenge.slice(0, 200) : null;
}

export function readJson<Value>(text: string): Value | null {
  try {
    const value: unknown = JSON.parse(text.slice(0, 20_000));
    return typeof value === "object" && value !== null ? (value as Value) : null;
  } catch {
    return null;
  }
}
