import type { Context } from "~/features/members/context";
import { reserveNumbers } from "~/features/topics/importing.server";
import { inTransaction } from "~/platform/db/transaction.server";

/** Public numbers by the number in the source. */
export type Numbers = ReadonlyMap<number, number>;

/**
 * Gives every topic of a source its public number before any is written, and remembers it: a text may refer to a topic
 * that comes later, and a run that goes on after a crash must mean the same numbers.
 */
export async function numberTopics(ctx: Context, source: string, wanted: Iterable<number>): Promise<Numbers> {
  const known = await knownNumbers(ctx, source);
  const missing = [...wanted].filter((number) => !known.has(number)).sort((a, b) => a - b);
  if (missing.length === 0) return known;
  await inTransaction(ctx, async (tx) => {
    const first = await reserveNumbers(tx, missing.length);
    await tx.db.importedRecord.createMany({
      data: missing.map((number, index) => ({
        source,
        externalId: `number:${number}`,
        thing: "number",
        thingId: first + index,
        createdAt: tx.clock.now(),
      })),
    });
  });
  return knownNumbers(ctx, source);
}

export async function knownNumbers(ctx: Context, source: string): Promise<Map<number, number>> {
  const rows = await ctx.rows<{ externalId: string; thingId: number }>(
    `SELECT "externalId", "thingId" FROM "ImportedRecord" WHERE source = ? AND thing = 'number'`,
    [source],
  );
  return new Map(
    rows.map(({ externalId, thingId }) => [Number(externalId.slice("number:".length)), thingId]),
  );
}
