import type { MemberContext } from "~/features/members/context";

/** Takes everything written until now as read, on every list, whether it was opened or not. */
export async function markAllRead({ db, actor, clock }: MemberContext): Promise<void> {
  const at = clock.now();
  await db.readHorizon.upsert({
    where: { memberId: actor.id },
    create: { memberId: actor.id, at },
    update: { at },
  });
}
