import type { Tx } from "~/features/members/context";
import { type Outcome, refused } from "~/platform/outcome";
import { issuersOf } from "./external/issuers";

/** Of two changes at once to what guards an account, the later one sees what the earlier did. Written first, so it waits. */
export async function holdMember({ db }: Pick<Tx, "db">, memberId: number): Promise<void> {
  await db.$executeRaw`UPDATE "Member" SET "id" = "id" WHERE "id" = ${memberId}`;
}

/**
 * Undoes a transaction (which holds the member) that would leave the account without a password, a passkey and a
 * sign-in elsewhere that works today. Without it one press locks somebody out of their own account for good.
 */
export async function requireWayIn({ db, config }: Tx, memberId: number): Promise<void> {
  const { passwordHash } = await db.member.findUniqueOrThrow({ where: { id: memberId } });
  if (passwordHash !== null) return;
  if ((await db.passkey.count({ where: { memberId } })) > 0) return;
  const issuer = { in: issuersOf(config) };
  if ((await db.externalIdentity.count({ where: { memberId, issuer } })) > 0) return;
  throw new LastWayIn();
}

/** The answer of `work`, or that it would have taken the last way in. */
export async function keepingAWayIn<Value extends object>(
  work: () => Promise<Outcome<Value, never>>,
): Promise<Outcome<Value, "last-way-in">> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LastWayIn) return refused("last-way-in");
    throw error;
  }
}

class LastWayIn extends Error {}
