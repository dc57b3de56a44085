import type { Client, DatabaseKind } from "./client.server";

const attempts = 20;
const pauseMs = 100;

/**
 * What was deleted is overwritten as it goes (see `secure_delete`), but stands in the log of writes until that is folded into
 * the file and cut to nothing. Readers hold that up for a moment. PostgreSQL has no such thing to ask for: see the decision
 * on erasure.
 */
export async function wipeTraces({
  db,
  databaseKind,
}: {
  db: Client;
  databaseKind: DatabaseKind;
}): Promise<void> {
  if (databaseKind !== "sqlite") return;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [row] = await db.$queryRaw<{ busy: number | bigint }[]>`PRAGMA wal_checkpoint(TRUNCATE)`;
    if (Number(row?.busy ?? 0) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
