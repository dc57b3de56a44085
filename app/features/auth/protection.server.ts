import type { MemberContext } from "~/features/members/context";
import { findPendingAddress, type PendingAddress } from "./changing-address.server";
import { findUnconfirmed } from "./confirming-address.server";
import { countRecoveryCodes } from "./recovery-codes.server";

export interface OwnPasskey {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** Everything that guards the own account, as its owner sees it. */
export interface Protection {
  email: string | null;
  isConfirmed: boolean;
  pending: PendingAddress | null;
  hasPassword: boolean;
  appSince: Date | null;
  /** Null where there is no second step at all. */
  codesLeft: number | null;
  passkeys: OwnPasskey[];
}

export async function readProtection(ctx: MemberContext): Promise<Protection> {
  const memberId = ctx.actor.id;
  const [member, pending, codes, unconfirmed] = await Promise.all([
    ctx.db.member.findUniqueOrThrow({
      where: { id: memberId },
      select: {
        email: true,
        emailVerifiedAt: true,
        passwordHash: true,
        secondFactorAt: true,
        authenticator: { select: { confirmedAt: true } },
        passkeys: {
          select: { id: true, name: true, createdAt: true, lastUsedAt: true },
          orderBy: { createdAt: "asc" },
        },
      },
    }),
    findPendingAddress(ctx),
    countRecoveryCodes(ctx, memberId),
    findUnconfirmed(ctx, memberId),
  ]);
  return {
    email: member.email ?? unconfirmed,
    isConfirmed: member.email !== null && member.emailVerifiedAt !== null,
    pending,
    hasPassword: member.passwordHash !== null,
    appSince: member.authenticator?.confirmedAt ?? null,
    codesLeft: member.secondFactorAt ? codes : null,
    passkeys: member.passkeys,
  };
}
