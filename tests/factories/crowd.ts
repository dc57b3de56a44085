import { insertRows } from "~/platform/db/insert-rows.server";
import type { Platform } from "~/platform/platform";
import type { TopicMade } from "./topics";

export interface CrowdMember {
  id: number;
  address: string;
  /** Topics an announcement that answers all of them is to name in their mail; none for who is not to be told. */
  topics: TopicMade[];
}

/**
 * Many members who voted for, follow or are affected by some of these topics, as rows: a few mute one, a few are suspended,
 * have no confirmed address or one that bounced. Answers who is to be told of what.
 */
export async function aCrowd(
  platform: Platform,
  topics: readonly TopicMade[],
  count: number,
): Promise<CrowdMember[]> {
  const at = platform.clock.now();
  const indexes = Array.from({ length: count }, (_, index) => index);
  const made = await insertRows<{ id: number; name: string }>(
    platform,
    "Member",
    indexes.map((index) => ({
      name: `crowd-${index}`,
      nameFolded: `crowd-${index}`,
      displayName: `Crowd ${index}`,
      email: `crowd-${index}@crowd.test`,
      emailVerifiedAt: isUnconfirmed(index) ? null : at,
      suspendedAt: isSuspended(index) ? at : null,
      locale: index % 2 ? "en" : "zh-CN",
      createdAt: at,
    })),
    ["id", "name"],
  );
  const idOf = new Map(made.map(({ id, name }) => [name, id]));
  const rows = { Vote: [] as Row[], Affected: [] as Row[], Follow: [] as Row[] };
  const bounced: string[] = [];
  const members = indexes.map((index) => {
    const memberId = idOf.get(`crowd-${index}`)!;
    const address = `crowd-${index}@crowd.test`;
    const asked = [...new Set([index, index * 7, index * 13])].map(
      (number) => topics[number % topics.length]!,
    );
    const own = [...new Set(asked)];
    const muted = isMuting(index) ? own[0]! : null;
    for (const [place, { id: topicId }] of own.entries()) {
      const row = { topicId, memberId, createdAt: at };
      if (place === 0) rows.Vote.push(row);
      if (place === 1) rows.Affected.push(row);
      const isMuted = topicId === muted?.id;
      rows.Follow.push({ ...row, reason: "voted", level: isMuted ? "muted" : "official" });
    }
    if (isBounced(index)) bounced.push(address);
    const isTold = !isUnconfirmed(index) && !isSuspended(index) && !isBounced(index);
    return { id: memberId, address, topics: isTold ? own.filter((topic) => topic !== muted) : [] };
  });
  for (const [table, values] of Object.entries(rows)) await insertRows(platform, table, values, []);
  await platform.db.mailBounce.createMany({
    data: bounced.map((address) => ({ address, hardBounces: 3, lastBounceAt: at, suppressedAt: at })),
  });
  return members;
}

type Row = Record<string, string | number | Date>;

const isMuting = (index: number) => index % 10 === 3;
const isSuspended = (index: number) => index % 50 === 7;
const isUnconfirmed = (index: number) => index % 50 === 11;
const isBounced = (index: number) => index % 50 === 17;
