import type { MemberContext, Tx } from "~/features/members/context";

/** Writing the member's row first makes their uploads come one after the other, so that counts hold until the commit. */
export async function lockMember({ db, actor }: Tx<MemberContext>): Promise<void> {
  await db.$executeRaw`UPDATE "Member" SET "id" = "id" WHERE "id" = ${actor.id}`;
}
