import type { MemberContext, Tx } from "./context";

const acceptableKey = /^[A-Za-z0-9-]{8,64}$/;

/**
 * Claims the key a form was sent with, in the transaction that does what the form asks. Null means: first time, go
 * on and call `completeSubmission`. Otherwise the answer is where the first sending led; a second one waits for the
 * first to commit. A form without a usable key is never taken for a repetition.
 */
export async function claimSubmission(tx: Tx<MemberContext>, key: string): Promise<string | null> {
  if (!acceptableKey.test(key)) return null;
  const memberId = tx.actor.id;
  const now = tx.clock.now();
  const inserted = await tx.db.$executeRaw`
    INSERT INTO "Submission" ("memberId", "key", "location", "createdAt") VALUES (${memberId}, ${key}, '', ${now})
    ON CONFLICT DO NOTHING`;
  if (inserted === 1) return null;
  const earlier = await tx.db.submission.findUniqueOrThrow({ where: { memberId_key: { memberId, key } } });
  return earlier.location || "/";
}

/** Remembers where the claimed form led, for whoever sends it again. */
export async function completeSubmission(
  tx: Tx<MemberContext>,
  key: string,
  location: string,
): Promise<void> {
  await tx.db.submission.updateMany({ where: { memberId: tx.actor.id, key }, data: { location } });
}

/** Where the form sent with this key led; null when none was. */
export async function findSubmission(tx: Tx<MemberContext>, key: string): Promise<string | null> {
  if (!acceptableKey.test(key)) return null;
  const where = { memberId_key: { memberId: tx.actor.id, key } };
  return (await tx.db.submission.findUnique({ where }))?.location ?? null;
}
