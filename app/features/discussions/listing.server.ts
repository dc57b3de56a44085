import type { Context } from "~/features/members/context";
import { type Area, listAreas } from "~/features/site/areas.server";
import { listTopics, type TopicPage, type TopicRow } from "~/features/topics/listing.server";
import { listLeading } from "~/features/topics/leading.server";
import type { DiscussionKind } from "~/features/topics/topic";
import { countByKind } from "./counting.server";
import { type DiscussionView, statusesIn } from "./view";

export const discussionsPerPage = 25;

export interface DiscussionPage extends TopicPage {
  areas: Area[];
  /** Above the list: pinned topics and known issues. Only on the first page as everybody sees it first. */
  leading: TopicRow[];
  /** Null where a filter makes them a different number than the list would show. */
  counts: Record<DiscussionKind, number> | null;
}

/** One page of discussions as the address asks for it. At most three queries. */
export async function listDiscussions(ctx: Context, view: DiscussionView): Promise<DiscussionPage> {
  const areas = await listAreas(ctx);
  const area = areas.find(({ slug }) => slug === view.area);
  const isFollowed = view.isFollowed && ctx.actor !== null;
  const isUnread = view.isUnread && ctx.actor !== null;
  const isNarrowed = Boolean(view.area || view.status || view.tag || isFollowed || isUnread);
  const hasLeading = !view.status && !view.tag && !isFollowed && !isUnread && view.sort === "active";
  const leading =
    hasLeading && (!view.area || area)
      ? await listLeading(ctx, { board: "discussion", kind: view.kind ?? undefined, areaId: area?.id })
      : [];
  const [page, counts] = await Promise.all([
    listTopics(ctx, {
      board: "discussion",
      exceptIds: leading.map(({ id }) => id),
      sort: view.sort,
      after: view.after,
      limit: discussionsPerPage,
      filters: {
        kind: view.kind ?? undefined,
        // An area nobody knows has no topics; leaving it out would show all of them.
        areaIds: view.area ? [area?.id ?? 0] : undefined,
        statuses: statusesIn(view.status),
        isUnanswered: view.status === "unanswered",
        tag: view.tag ?? undefined,
        followedBy: isFollowed ? ctx.actor?.id : undefined,
        unread: isUnread && ctx.actor ? { memberId: ctx.actor.id, now: ctx.clock.now() } : undefined,
      },
    }),
    isNarrowed ? null : countByKind(ctx),
  ]);
  return { ...page, counts, areas, leading: view.after ? [] : leading };
}
