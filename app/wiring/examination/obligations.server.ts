import { obligationEvents, obligationListener, topicsOf } from "~/features/inbox/listening.server";
import { overAllTopics } from "~/features/inbox/rebuilding.server";
import { countStaleObligations, refreshObligations } from "~/features/inbox/refreshing.server";
import { systemContext } from "~/features/members/context";
import type { Platform } from "~/platform/platform";
import type { Check } from "./check";

const eventsAtOnce = 500;

/** The staff inbox against the topics it speaks of. */
export const obligationCheck: Check = {
  name: "rows of the staff inbox",
  count: (platform) => overSettledTopics(platform, (ids) => countStaleObligations(platform, ids)),
  fix: (platform) => overSettledTopics(platform, (ids) => refreshObligations(systemContext(platform), ids)),
};

/** Topics whose event the inbox has not heard yet are left out: they are late, not wrong. */
async function overSettledTopics(
  platform: Platform,
  work: (ids: number[]) => Promise<number>,
): Promise<number> {
  const waiting = await waitingTopics(platform);
  return overAllTopics(platform, (ids) => work(ids.filter((id) => !waiting.has(id))));
}

async function waitingTopics(platform: Platform): Promise<Set<number>> {
  const waiting = new Set<number>();
  for (let after = 0; ;) {
    const events = await platform.db.outbox.findMany({
      where: {
        id: { gt: after },
        ...{ finishedAt: null, failedAt: null },
        type: { in: [...obligationEvents] },
        OR: [{ listener: null }, { listener: obligationListener.name }],
      },
      orderBy: { id: "asc" },
      take: eventsAtOnce,
    });
    const payloads = events.map(({ payload }) => ({ payload: payload as Record<string, unknown> }));
    for (const id of await topicsOf(platform, payloads)) waiting.add(id);
    if (events.length < eventsAtOnce) return waiting;
    after = events.at(-1)!.id;
  }
}
