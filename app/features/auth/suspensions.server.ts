import type { Context, MemberContext } from "~/features/members/context";
import { isModerator } from "~/features/members/role";
import { Forbidden } from "~/platform/errors";
import { isSuspensionReason, type SuspensionReason } from "./suspension";

const perPage = 50;

export interface StandingSuspension {
  id: number;
  reason: SuspensionReason;
  note: string;
  fromAt: Date;
  /** Null until somebody lifts it. */
  untilAt: Date | null;
}

export interface SuspensionRow extends StandingSuspension {
  member: { name: string; displayName: string };
  by: { name: string; displayName: string };
}

/** The suspension that stands for a member; null where none was written down. For sign-in and for moderators. */
export async function findSuspension({ db }: Pick<Context, "db">, memberId: number) {
  const found = await db.suspension.findFirst({
    where: { memberId, liftedAt: null },
    orderBy: { id: "desc" },
    include: { by: { select: { name: true, displayName: true } } },
  });
  return found && { ...standing(found), by: found.by };
}

/** Everybody suspended now, the latest first, by pages. Moderators only. */
export async function listSuspensions(
  ctx: MemberContext,
  { before }: { before?: number } = {},
): Promise<{ suspensions: SuspensionRow[]; next: number | null }> {
  if (!isModerator(ctx.actor)) throw new Forbidden("member.suspend");
  const person = { select: { name: true, displayName: true } };
  const found = await ctx.db.suspension.findMany({
    where: { liftedAt: null, member: { deletedAt: null }, ...(before && { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: perPage + 1,
    include: { member: person, by: person },
  });
  const shown = found.slice(0, perPage);
  return {
    suspensions: shown.map((row) => ({ ...standing(row), member: row.member, by: row.by })),
    next: found.length > perPage ? shown.at(-1)!.id : null,
  };
}

function standing(row: StandingRow): StandingSuspension {
  const { id, reason, note, fromAt, untilAt } = row;
  return { id, reason: isSuspensionReason(reason) ? reason : "other", note, fromAt, untilAt };
}

type StandingRow = Omit<StandingSuspension, "reason"> & { reason: string };
