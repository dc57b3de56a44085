import type { Actor } from "~/features/members/context";
import type { TestPlatform } from "../../setup/platform";

/** What waits of a post, if anything does. */
export function openItem(
  { db }: Pick<TestPlatform, "db">,
  where: { topicId: number; replyId?: number | null; kind?: string },
) {
  return db.reviewItem.findFirst({ where: { replyId: null, ...where, state: "open" } });
}

/** Makes somebody as well known as it takes for their flags to count as a member's. */
export async function isKnown(
  { db, clock }: Pick<TestPlatform, "db" | "clock">,
  actor: Actor,
): Promise<Actor> {
  const longAgo = new Date(clock.now().getTime() - 400 * 86_400_000);
  await db.member.update({ where: { id: actor.id }, data: { createdAt: longAgo, emailVerifiedAt: longAgo } });
  return actor;
}
