import { randomBytes } from "node:crypto";
import type { Prisma } from "~/platform/db/generated/sqlite/client";
import type { Platform } from "~/platform/platform";
import { hashOf } from "./session-adapter.server";

const tokenBytes = 32;

/** What a token is for. A token of one purpose is nothing under another. */
export type ChallengePurpose =
  | "confirm-address"
  | "reset-password"
  | "second-step"
  | "passkey-sign-in"
  | "passkey-add"
  | "passkey-sign-up"
  | "keep-account"
  | "provider"
  | "external-account"
  | "app-token"
  | "subscribe";

export interface Challenge {
  memberId: number | null;
  data: Record<string, unknown>;
}

type Writer = { db: Pick<Platform["db"], "challenge">; clock: Platform["clock"] };

/** A secret that is answered once and soon. The database keeps a hash: who reads it can answer for nobody. */
export async function makeChallenge(
  { db, clock }: Writer,
  {
    purpose,
    memberId = null,
    data = {},
    validForMs,
    token = randomBytes(tokenBytes).toString("base64url"),
  }: {
    purpose: ChallengePurpose;
    memberId?: number | null;
    data?: Prisma.InputJsonObject;
    validForMs: number;
    token?: string;
  },
): Promise<string> {
  const expiresAt = new Date(clock.now().getTime() + validForMs);
  await db.challenge.create({ data: { id: idOf(purpose, token), purpose, memberId, data, expiresAt } });
  return token;
}

/** What waits for this token; null for made-up, used and old ones alike. */
export async function findChallenge(
  { db, clock }: Writer,
  purpose: ChallengePurpose,
  token: string,
): Promise<Challenge | null> {
  const row = await db.challenge.findUnique({ where: { id: idOf(purpose, token) } });
  if (!row || row.expiresAt <= clock.now()) return null;
  return { memberId: row.memberId, data: row.data as Record<string, unknown> };
}

/** Uses the token up. Of two at once only one gets what waited. */
export async function takeChallenge(
  ctx: Writer,
  purpose: ChallengePurpose,
  token: string,
): Promise<Challenge | null> {
  const found = await findChallenge(ctx, purpose, token);
  if (!found) return null;
  const { count } = await ctx.db.challenge.deleteMany({ where: { id: idOf(purpose, token) } });
  return count === 1 ? found : null;
}

/** After a change of password or address no link sent before it may work. */
export async function dropChallenges({ db }: Pick<Writer, "db">, memberId: number): Promise<void> {
  await db.challenge.deleteMany({ where: { memberId } });
}

function idOf(purpose: ChallengePurpose, token: string): string {
  return hashOf(`${purpose}:${token}`);
}
