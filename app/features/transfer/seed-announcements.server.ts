import { labels } from "~/features/changelog/announcement";
import { importAnnouncement } from "~/features/changelog/importing.server";
import type { Context } from "~/features/members/context";
import { days } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import { randomFrom } from "./seed-random";
import { seedBegin, seedEnd, type SeedScene } from "./seed-scene";
import { writeAnnouncement } from "./seed-writing";

const announcementsTable = 40;
const everyDays = 14;
const mostLinks = 12;

/** A topic that something came of, and when. */
export interface Settled {
  topicId: number;
  at: number;
}

/** A release every fortnight, linked to what was solved or shipped in those days. Answers how many links that made. */
export async function addAnnouncements(
  ctx: Context,
  { seed, pens, people, topics }: SeedScene,
  settled: readonly Settled[],
): Promise<{ announcements: number; links: number }> {
  const random = randomFrom(seed, announcementsTable);
  const byTime = [...settled].sort((a, b) => a.at - b.at);
  const count = Math.min(Math.floor((seedEnd - seedBegin) / days(everyDays)), Math.ceil(topics / 5));
  const step = (seedEnd - seedBegin) / count;
  let [next, links] = [0, 0];
  for (let index = 0; index < count; index++) {
    const publishedAt = seedBegin + (index + 1) * step - 1;
    const topicIds: number[] = [];
    for (; next < byTime.length && byTime[next]!.at <= publishedAt; next++) {
      if (topicIds.length < mostLinks) topicIds.push(byTime[next]!.topicId);
    }
    const release = `${3 + Math.floor(index / 20)}.${index % 20}.0`;
    const text = writeAnnouncement(random.pick(pens), random, release);
    const entry = {
      ...{ text, release, topicIds },
      labels: labels.filter(() => random.chance(0.4)),
      authorId: random.pick(people.staff).id,
      publishedAt: new Date(publishedAt),
    };
    await inTransaction(ctx, (tx) => importAnnouncement(tx, entry));
    links += topicIds.length;
  }
  return { announcements: count, links };
}
