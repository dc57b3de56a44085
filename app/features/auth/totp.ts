import { generateHOTP } from "@oslojs/otp";

/** RFC 6238 with what every authenticator app assumes: SHA-1, six digits, thirty seconds. */
const stepSeconds = 30;
const digits = 6;
/** A phone's clock may be off by one step either way. */
const tolerance = 1;

export function totpAt(secret: Uint8Array, at: Date, length = digits): string {
  return generateHOTP(secret, BigInt(stepOf(at)), length);
}

/** The step whose code was typed, or null. The caller refuses a step that is not later than the last one taken. */
export function matchingStep(secret: Uint8Array, typed: string, at: Date): number | null {
  const code = typed.normalize("NFKC").replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return null;
  const now = stepOf(at);
  let matching: number | null = null;
  // All of them every time: how long it takes tells nothing.
  for (let step = now - tolerance; step <= now + tolerance; step++)
    if (generateHOTP(secret, BigInt(step), digits) === code) matching = step;
  return matching;
}

function stepOf(at: Date): number {
  return Math.floor(at.getTime() / 1_000 / stepSeconds);
}
