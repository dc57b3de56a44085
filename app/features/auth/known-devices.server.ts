import { randomBytes } from "node:crypto";
import { readCookie } from "~/platform/http/cookies";
import type { Platform } from "~/platform/platform";
import { hashOf } from "./session-adapter.server";

const tokenBytes = 24;
const mostPerMember = 20;
const cookieSeconds = 31_536_000;

/** What a browser is known again by, long after its session ended. Made anew for one that brings none. */
export function deviceTokenOf(request: Request, origin: string): string {
  const brought = readCookie(request, cookieName(origin));
  return brought && /^[\w-]{32}$/.test(brought) ? brought : randomBytes(tokenBytes).toString("base64url");
}

export function deviceCookie(token: string, origin: string): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return `${cookieName(origin)}=${token}; Path=/; Max-Age=${cookieSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** Somebody signed in here: those who guess at the account elsewhere can no longer shut this browser out. */
export async function rememberDevice(
  { db, clock }: Pick<Platform, "db" | "clock">,
  memberId: number,
  token: string,
): Promise<void> {
  const tokenHash = hashOf(token);
  const now = clock.now();
  await db.knownDevice.upsert({
    where: { memberId_tokenHash: { memberId, tokenHash } },
    create: { memberId, tokenHash, createdAt: now, lastUsedAt: now },
    update: { lastUsedAt: now },
  });
  const surplus = await db.knownDevice.findMany({
    where: { memberId },
    orderBy: { lastUsedAt: "desc" },
    skip: mostPerMember,
    select: { tokenHash: true },
  });
  if (surplus.length > 0)
    await db.knownDevice.deleteMany({
      where: { memberId, tokenHash: { in: surplus.map((each) => each.tokenHash) } },
    });
}

/** Asked also where there is no such member, so that the answer takes as long. */
export async function isKnownDevice(
  { db }: Pick<Platform, "db">,
  memberId: number,
  token: string,
): Promise<boolean> {
  return (await db.knownDevice.count({ where: { memberId, tokenHash: hashOf(token) } })) > 0;
}

function cookieName(origin: string): string {
  return origin.startsWith("https:") ? "__Host-device" : "device";
}
