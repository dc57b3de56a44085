import { inTransaction, type InTransaction } from "~/platform/db/transaction.server";
import type { Platform } from "~/platform/platform";
import type { Charge, Spent } from "./allowance";

const allowed: Spent = { isAllowed: true, allowedAt: null, usedUp: null };

type Counter = Pick<Platform, "db" | "clock">;

/**
 * Takes from every allowance or, when one of them is used up, from none. Holds across processes and restarts: the
 * database counts. The generic cell rate algorithm (ITU-T I.371): all there is to keep is when the allowance will be
 * whole again, so one statement both asks and takes, and nobody gets twice the number by waiting for a full hour.
 */
export async function spend(ctx: Counter, charges: readonly Charge[]): Promise<Spent> {
  if (charges.length === 0) return allowed;
  // In one order, so that two who share allowances never wait for each other.
  const ordered = [...charges].sort((one, other) => (one.key < other.key ? -1 : 1));
  try {
    await inTransaction(ctx, async (tx) => {
      for (const charge of ordered) if (!(await take(tx, charge))) throw new UsedUp(charge);
    });
    return allowed;
  } catch (error) {
    if (error instanceof UsedUp)
      return {
        isAllowed: false,
        allowedAt: await allowedAt(ctx, error.charge),
        usedUp: error.charge.key,
      };
    throw error;
  }
}

/** Gives back what was taken for something that then did not happen. */
export async function giveBack({ db }: Pick<Platform, "db">, charges: readonly Charge[]): Promise<void> {
  for (const charge of charges) {
    const { key, costMs } = read(charge);
    await db.rateLimit.updateMany({ where: { key }, data: { wholeAt: { decrement: costMs } } });
  }
}

/** Ends the transaction, so that what the other allowances gave goes back. */
class UsedUp extends Error {
  constructor(readonly charge: Charge) {
    super("used up");
  }
}

async function take({ db, clock }: InTransaction<Counter>, charge: Charge): Promise<boolean> {
  const now = clock.now().getTime();
  const { key, window, costMs } = read(charge);
  const taken = await db.$executeRaw`
    INSERT INTO "RateLimit" ("key", "wholeAt") VALUES (${key}, ${now + costMs})
    ON CONFLICT ("key") DO UPDATE SET
      "wholeAt" = CASE WHEN "RateLimit"."wholeAt" > ${now} THEN "RateLimit"."wholeAt" + ${costMs} ELSE ${now + costMs} END
    WHERE "RateLimit"."wholeAt" <= ${now + window - costMs}`;
  return taken === 1;
}

async function allowedAt({ db, clock }: Counter, charge: Charge): Promise<Date> {
  const { key, window, costMs } = read(charge);
  const row = await db.rateLimit.findUnique({ where: { key } });
  const at = (row?.wholeAt ?? 0) - window + costMs;
  return new Date(Math.max(at, clock.now().getTime() + 1_000));
}

/** `costMs`: how long the allowance takes to recover from this charge. */
function read({ key, allowance: { times, withinMs }, count = 1 }: Charge) {
  return { key, window: withinMs, costMs: (withinMs / times) * count };
}
