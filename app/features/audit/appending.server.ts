import type { Tx } from "~/features/members/context";
import { beginning, hashOf } from "./chain.server";
import type { AuditDetail, AuditKind } from "./entry";

const sequence = "audit";

/**
 * Writes one line of the audit log in the transaction of what it tells of, as the last thing that does: the counter's row
 * is held from here to the end, so that writers at once follow one another, and a transaction undone leaves no gap.
 */
export async function appendAudit(tx: Tx, kind: AuditKind, detail: AuditDetail): Promise<void> {
  const [next] = await tx.db.$queryRaw<{ value: number }[]>`
    INSERT INTO "Sequence" ("name", "value") VALUES (${sequence}, 1)
    ON CONFLICT ("name") DO UPDATE SET "value" = "Sequence"."value" + 1 RETURNING "value"`;
  const id = Number(next!.value);
  const last = await tx.db.auditEntry.findUnique({ where: { id: id - 1 }, select: { hash: true } });
  const entry = {
    ...{ id, kind, at: tx.clock.now() },
    actorId: tx.actor?.id ?? null,
    actorName: tx.actor?.name ?? "",
    detail: JSON.stringify(detail),
  };
  const previousHash = last?.hash ?? beginning;
  await tx.db.auditEntry.create({ data: { ...entry, previousHash, hash: hashOf(previousHash, entry) } });
}
