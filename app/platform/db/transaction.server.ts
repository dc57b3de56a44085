import type { Client, TransactionClient } from "./client.server";

const attempts = 6;
const firstPauseMs = 15;
// Each of these means that somebody else got something done meanwhile, so they end by themselves; the bound is for a mistake.
const attemptsOnMovingGround = 40;

/** Thrown in a transaction that found the ground moved under it before it held it: it begins anew. */
export class TryAgain extends Error {}

/** What `inTransaction` needs and hands on: anything that carries a client. */
type Holder = { db: Client };
export type InTransaction<Ctx> = Omit<Ctx, "db" | "rows"> & { db: TransactionClient };

/**
 * Runs `work` in one transaction and hands it the context with `db` replaced by the transaction. All or nothing:
 * what throws is rolled back. Tries again, after a growing pause with jitter, when the database says that another
 * transaction was in the way; so `work` may run several times and must not do anything but read and write `tx.db`.
 */
export async function inTransaction<Ctx extends Holder, Result>(
  ctx: Ctx,
  work: (tx: InTransaction<Ctx>) => Promise<Result>,
): Promise<Result> {
  for (let [attempt, moved] = [1, 1]; ;) {
    try {
      return await ctx.db.$transaction((db) => work({ ...ctx, db, rows: undefined }));
    } catch (error) {
      if (error instanceof TryAgain) {
        if (++moved > attemptsOnMovingGround) throw error;
        await pause(firstPauseMs * Math.random());
      } else {
        if (++attempt > attempts || !isContention(error)) throw error;
        await pause(firstPauseMs * 2 ** (attempt - 2) * (0.5 + Math.random()));
      }
    }
  }
}

/** True for an error that says a unique value is taken already. */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === "P2002";
}

// P2034: write conflict or deadlock. P2028: no place for a transaction in time. The rest reach us untranslated.
function isContention(error: unknown): boolean {
  const code = codeOf(error);
  if (code === "P2034" || code === "P2028") return true;
  return /SQLITE_BUSY|database is locked|SocketTimeout|40001|40P01|55P03|deadlock detected|could not serialize/.test(
    String((error as Error)?.message ?? error),
  );
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
