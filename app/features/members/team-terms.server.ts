import type { Tx } from "./context";
import { isStaff, type Role } from "./role";

/** From now on they speak for the site. */
export async function beginTerm(tx: Tx, memberId: number): Promise<void> {
  await tx.db.teamTerm.create({ data: { memberId, fromAt: tx.clock.now() } });
}

/** Opens a term for who comes into the team and ends it for who leaves; a change within the team leaves it as it is. */
export async function followRole(
  tx: Tx,
  { memberId, from, to }: { memberId: number; from: Role; to: Role },
): Promise<void> {
  const [was, is] = [isStaff({ role: from }), isStaff({ role: to })];
  if (was === is) return;
  if (is) return beginTerm(tx, memberId);
  const toAt = tx.clock.now();
  const { count } = await tx.db.teamTerm.updateMany({ where: { memberId, toAt: null }, data: { toAt } });
  // Of somebody who came before terms were written down.
  if (count === 0) await tx.db.teamTerm.create({ data: { memberId, fromAt: null, toAt } });
}
