import { appendEvent } from "~/platform/outbox/append.server";
import { claimName } from "./claiming.server";
import type { Actor, Tx } from "./context";
import { memberJoined } from "./events";
import { foldName } from "./naming";
import { isStaff, type Role } from "./role";
import { beginTerm } from "./team-terms.server";

export interface NewMember {
  /** Tidied and checked. */
  name: string;
  displayName?: string;
  email: string | null;
  passwordHash: string | null;
  /** True where whoever runs the site vouches for the address. */
  isConfirmed?: boolean;
  role?: Role;
}

/**
 * Adds an account. A name or an address that is taken ends the transaction with a unique violation, looks that are taken
 * with LooksTaken, which callers catch outside it: of two sign-ups at once the database lets one through.
 */
export async function addMember(
  tx: Tx,
  { name, displayName = name, email, passwordHash, isConfirmed = false, role = "member" }: NewMember,
): Promise<Actor> {
  const { id, title } = await tx.db.member.create({
    data: {
      name,
      nameFolded: foldName(name),
      displayName,
      email,
      passwordHash,
      role,
      emailVerifiedAt: isConfirmed && email ? tx.clock.now() : null,
      createdAt: tx.clock.now(),
    },
  });
  await claimName(tx, { memberId: id, name });
  if (isStaff({ role })) await beginTerm(tx, id);
  await appendEvent(tx, memberJoined(id));
  return { id, name, displayName, role, title };
}
