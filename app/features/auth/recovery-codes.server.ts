import { randomInt } from "node:crypto";
import type { Tx } from "~/features/members/context";
import type { Platform } from "~/platform/platform";
import { keyedHash } from "./sealing.server";

const codes = 10;
// No letter or digit that is read as another one.
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
const halfLength = 5;

/** Replaces the codes of a member. Shown once: only a keyed hash of each stays. */
export async function replaceRecoveryCodes(tx: Tx, memberId: number): Promise<string[]> {
  const made = Array.from({ length: codes }, () => `${half()}-${half()}`);
  const createdAt = tx.clock.now();
  await tx.db.recoveryCode.deleteMany({ where: { memberId } });
  await tx.db.recoveryCode.createMany({
    data: made.map((code) => ({ memberId, codeHash: hashOf(tx, code), createdAt })),
  });
  return made;
}

/** Uses a code up. Of two at once only one is right. */
export async function takeRecoveryCode(
  ctx: Pick<Platform, "db" | "clock" | "config">,
  memberId: number,
  typed: string,
): Promise<boolean> {
  const { count } = await ctx.db.recoveryCode.updateMany({
    where: { memberId, codeHash: hashOf(ctx, typed), usedAt: null },
    data: { usedAt: ctx.clock.now() },
  });
  return count === 1;
}

export async function countRecoveryCodes({ db }: Pick<Platform, "db">, memberId: number): Promise<number> {
  return db.recoveryCode.count({ where: { memberId, usedAt: null } });
}

function hashOf(keeper: Pick<Platform, "config">, typed: string): string {
  return keyedHash(
    keeper,
    typed
      .normalize("NFKC")
      .toLowerCase()
      .slice(0, 100)
      .replace(/[^a-z0-9]/g, ""),
  );
}

function half(): string {
  return Array.from({ length: halfLength }, () => alphabet[randomInt(alphabet.length)]).join("");
}
