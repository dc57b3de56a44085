import type { MemberContext } from "~/features/members/context";
import { listAreas } from "~/features/site/areas.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { topicMoved } from "./events";
import { mayMove } from "./policy";
import { takeTopic } from "./taking.server";
import { addTimelineEntry } from "./timeline.server";

interface MoveInput {
  number: number;
  /** Slug of the area it goes to. */
  area: string;
  /** Slug of the area it stood in when somebody looked. */
  seen?: string;
  /** Why, in a sentence for the timeline. */
  text?: string;
}

/** Puts a topic into another area. Its address stays. */
export async function moveTopic(
  ctx: MemberContext,
  { number, area: areaSlug, seen, text }: MoveInput,
): Promise<Outcome<{ slug: string }, "area-unknown" | "changed-meanwhile">> {
  if (!mayMove(ctx.actor)) throw new Forbidden("topic.move");
  const areas = await listAreas(ctx);
  const area = areas.find(({ slug }) => slug === areaSlug);
  if (!area) return refused("area-unknown");
  return inTransaction(ctx, async (tx) => {
    const { id, slug, areaId } = await takeTopic(tx, { number });
    if (areaId === area.id) return done({ slug });
    const from = areas.find(({ id: each }) => each === areaId);
    // One that was archived meanwhile is in no form; whoever looks at such a topic may move it.
    if (seen !== undefined && from && seen !== from.slug) return refused("changed-meanwhile");
    await tx.db.topic.update({ where: { id }, data: { areaId: area.id } });
    const data = { fromAreaId: areaId, toAreaId: area.id, ...(text && { text }) };
    await addTimelineEntry(tx, { topicId: id, type: "moved", data, actorId: tx.actor.id });
    await appendEvent(tx, topicMoved(id, areaId, area.id));
    return done({ slug });
  });
}
