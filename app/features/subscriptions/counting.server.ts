import type { Label } from "~/features/changelog/announcement";
import { mayWriteAnnouncements } from "~/features/changelog/policy";
import type { Context } from "~/features/members/context";
import { Forbidden } from "~/platform/errors";
import { nextSubscribers, type SubscriberPart } from "./audience.server";

const readAtOnce = 2_000;

export type SubscriberCount = { mailed: number } & SubscriberPart["left"];

/** How many subscribers an entry would be mailed to if it went out now. Three queries for each two thousand. */
export async function countSubscribers(
  ctx: Context,
  entry: { id: number; labels: readonly Label[] },
): Promise<SubscriberCount> {
  if (!mayWriteAnnouncements(ctx.actor)) throw new Forbidden("announcement.publish");
  const count = { mailed: 0, asMembers: 0, bounced: 0, otherLabels: 0 };
  for (let after: number | null = 0; after !== null;) {
    const part: SubscriberPart = await nextSubscribers(
      ctx,
      { ...entry, announcedAt: null },
      { after, limit: readAtOnce },
    );
    count.mailed += part.mailed.length;
    count.asMembers += part.left.asMembers;
    count.bounced += part.left.bounced;
    count.otherLabels += part.left.otherLabels;
    after = part.next;
  }
  return count;
}
