import type { MemberContext } from "~/features/members/context";
import { forgiveBounces } from "./bounces.server";

/** Whether mails reach a member, as they see it. */
export type AddressState =
  | { is: "none" }
  | { is: "confirmed" | "unconfirmed"; address: string }
  | { is: "bounced"; address: string; reason: string };

export async function getAddressState({ db, actor }: MemberContext): Promise<AddressState> {
  const { email: address, emailVerifiedAt } = await db.member.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true, emailVerifiedAt: true },
  });
  if (!address) return { is: "none" };
  const bounce = await db.mailBounce.findFirst({
    where: { address: address.toLowerCase(), suppressedAt: { not: null } },
    select: { lastReason: true },
  });
  if (bounce) return { is: "bounced", address, reason: bounce.lastReason };
  return { is: emailVerifiedAt ? "confirmed" : "unconfirmed", address };
}

/** The member says that their address works again. */
export async function tryAddressAgain(ctx: MemberContext): Promise<void> {
  const state = await getAddressState(ctx);
  if (state.is === "bounced") await forgiveBounces(ctx, state.address);
}
