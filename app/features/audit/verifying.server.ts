import type { Context } from "~/features/members/context";
import { asDate } from "~/platform/db/columns";
import { beginning, hashOf } from "./chain.server";
import type { ChainedEntry } from "./entry";

const entriesAtOnce = 500;

export interface ChainState {
  /** Entries that were looked at. */
  count: number;
  /** Entries that are not what was written, or do not follow the one before; missing ones count too. */
  wrong: number;
  /** The first of them; null while the chain is whole. */
  firstWrongId: number | null;
}

/**
 * Follows the audit log from its beginning, or from the entry after `from`, to its end. An entry changed, put in, taken out
 * or cut off at the end shows; who can write the whole table anew, counter included, could forge it.
 */
export async function verifyChain(
  { rows }: Pick<Context, "rows">,
  { from = 0 }: { from?: number } = {},
): Promise<ChainState> {
  const state: ChainState = { count: 0, wrong: 0, firstWrongId: null };
  let expected = from + 1;
  let previous = from === 0 ? beginning : await hashAt(rows, from);
  for (;;) {
    const page = await rows<Row>(
      `SELECT "id", "at", "kind", "actorId", "actorName", "detail", "previousHash", "hash" FROM "AuditEntry"
       WHERE "id" >= ? ORDER BY "id" LIMIT ${entriesAtOnce}`,
      [expected],
    );
    for (const row of page) {
      state.count++;
      if (row.id > expected) note(expected, row.id - expected);
      const entry = { ...row, at: asDate(row.at) };
      if (row.previousHash !== previous || row.hash !== hashOf(row.previousHash, entry)) note(row.id, 1);
      previous = row.hash;
      expected = row.id + 1;
    }
    if (page.length < entriesAtOnce) break;
  }
  const [counter] = await rows<{ value: number }>(`SELECT "value" FROM "Sequence" WHERE "name" = 'audit'`);
  const last = Number(counter?.value ?? 0);
  if (last >= expected) note(expected, last - expected + 1);
  return state;

  function note(id: number, count: number) {
    state.wrong += count;
    state.firstWrongId ??= id;
  }
}

type Row = Omit<ChainedEntry, "at"> & { at: unknown; previousHash: string; hash: string };

async function hashAt(rows: Context["rows"], id: number): Promise<string> {
  const [row] = await rows<{ hash: string }>(`SELECT "hash" FROM "AuditEntry" WHERE "id" = ?`, [id]);
  return row?.hash ?? "";
}
