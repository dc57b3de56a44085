import type { MemberContext } from "~/features/members/context";
import type { Opened } from "./opened-page";

const mostAtOnce = 100;

/** Marks everything up to this notice read: what came after the page was made stays unread. */
export async function markAllRead({ db, actor, clock }: MemberContext, through: number): Promise<void> {
  await db.notice.updateMany({
    where: { memberId: actor.id, readAt: null, id: { lte: through } },
    data: { readAt: clock.now() },
  });
}

/** Marks these read, as far as they are the member's own. Doing it twice changes nothing. */
export async function markRead({ db, actor, clock }: MemberContext, ids: readonly number[]): Promise<void> {
  await db.notice.updateMany({
    where: { memberId: actor.id, readAt: null, id: { in: ids.slice(0, mostAtOnce) } },
    data: { readAt: clock.now() },
  });
}

/** Opening what notices are about is reading them. Answers whether any was unread. */
export async function markOpened({ db, actor, clock }: MemberContext, opened: Opened): Promise<boolean> {
  const { count } = await db.notice.updateMany({
    where: {
      memberId: actor.id,
      readAt: null,
      ...whichShow(opened),
    },
    data: { readAt: clock.now() },
  });
  return count > 0;
}

function whichShow(opened: Opened) {
  if ("type" in opened) return { type: opened.type };
  return "number" in opened ? { topic: { number: opened.number } } : { announcement: { slug: opened.slug } };
}
