import { asDate } from "~/platform/db/columns";
import type { Context, Tx } from "./context";
import { foldName } from "./naming";
import { nameKeptForMs } from "./claiming.server";
import { isModerator, isRole } from "./role";

const shownAtMost = 1_000;

export type NameKind = "name" | "display-name";

/** A name of somebody of the team they carried before, for everybody to read. */
export interface FormerName {
  memberId: number;
  kind: NameKind;
  from: string;
  changedAt: Date;
}

/** Writes down which name somebody gave up, in the transaction that changes it. What the team did is public for good. */
export async function noteNameChange(
  tx: Tx,
  { memberId, role, kind, from }: { memberId: number; role: string; kind: NameKind; from: string },
): Promise<void> {
  await tx.db.nameChange.create({
    data: {
      ...{ memberId, kind, from, fromFolded: foldName(from) },
      isOfTeam: isModerator({ role: isRole(role) ? role : "member" }),
      changedAt: tx.clock.now(),
    },
  });
}

/** Former names of the team, of one member where an id is given; the latest first. */
export async function listFormerNames(
  { rows }: Pick<Context, "rows">,
  memberId?: number,
): Promise<FormerName[]> {
  const found = await rows<Omit<FormerName, "changedAt"> & { changedAt: unknown }>(
    `SELECT "memberId", "kind", "from", "changedAt" FROM "NameChange" WHERE "isOfTeam"
     ${memberId === undefined ? "" : `AND "memberId" = ?`} ORDER BY "id" DESC LIMIT ${shownAtMost}`,
    memberId === undefined ? [] : [memberId],
  );
  return found.map((row) => ({ ...row, changedAt: asDate(row.changedAt) }));
}

/** From when on a change leads from the old name to the new one. */
export function leadsSince({ clock }: Pick<Context, "clock">): Date {
  return new Date(clock.now().getTime() - nameKeptForMs);
}

/** For a query over "NameChange" n: whether the old name still leads to its owner. Takes `leadsSince`. */
export const stillLeads = `n."kind" = 'name' AND (n."isOfTeam" OR n."changedAt" > ?)`;
