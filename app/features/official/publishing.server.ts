import { settledStatus } from "~/features/changelog/announcement";
import { mayWriteAnnouncements } from "~/features/changelog/policy";
import { publishEntry, type PublishInput } from "~/features/changelog/publishing.server";
import {
  type DueAnnouncement,
  failDueAnnouncement,
  listDueAnnouncements,
  publishDueName,
  takeDueAnnouncement,
} from "~/features/changelog/scheduling.server";
import { getActor } from "~/features/members/acting.server";
import { type MemberContext, systemContext, type Tx } from "~/features/members/context";
import { type PreparedText, prepareText } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import type { Listener } from "~/platform/outbox/listener";
import type { Outcome } from "~/platform/outcome";
import type { Platform } from "~/platform/platform";
import { insertOfficialReply } from "./inserting.server";
import { mayReplyOfficially } from "./policy";

export interface PublicationInput extends PublishInput {
  /** What the team says on each topic it answers; left out or empty for nothing. */
  reply?: string;
}

export type Publication = Outcome<{ isFirst: boolean; replies: number }, "changed-meanwhile">;

/**
 * Publishes an announcement, settles its topics when asked, and answers each of them officially with one text: one
 * transaction. People hear of the announcement and not once more of each reply. Publishing again posts no second replies.
 */
export async function publishAnnouncement(
  ctx: MemberContext,
  { reply = "", ...input }: PublicationInput,
): Promise<Publication> {
  const text = reply ? await prepareText(ctx, { body: reply }) : null;
  return inTransaction(ctx, (tx) => publishIn(tx, input, text));
}

const dueAtOnce = 50;

/**
 * Publishes what is due, also what came due while no process ran. Of any number of processes one publishes each; one killed
 * half-way leaves it whole for the next.
 */
export const publishDueJob: Listener<Platform> = {
  name: publishDueName,
  batchSize: 20,
  async handle(platform) {
    const ctx = systemContext(platform);
    const failed: unknown[] = [];
    for (const due of await listDueAnnouncements(ctx, dueAtOnce)) {
      // One that cannot go out must not hold up the others; this job is tried again for it.
      await publishDue(ctx, due).catch((error: unknown) => failed.push(error));
    }
    if (failed.length > 0) throw failed[0];
  },
};

async function publishDue(ctx: ReturnType<typeof systemContext>, due: DueAnnouncement): Promise<void> {
  const actor = await getActor(ctx, due.scheduledById).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  // Planned by somebody who has left the team since: it waits for one who is in it.
  if (!actor || !mayWriteAnnouncements(actor)) return failDueAnnouncement(ctx, due, "not-allowed");
  const author = { ...ctx, actor };
  const text = due.reply ? await prepareText(author, { body: due.reply }) : null;
  await inTransaction(author, async (tx) => {
    const taken = await takeDueAnnouncement(tx, due);
    if (taken) await publishIn(tx, { slug: due.slug, ...taken }, text);
  });
}

async function publishIn(
  tx: Tx<MemberContext>,
  input: PublishInput,
  text: PreparedText | null,
): Promise<Publication> {
  if (text && !mayReplyOfficially(tx.actor)) throw new Forbidden("official.post");
  const published = await publishEntry(tx, input);
  if (!published.ok) return published;
  const { isFirst, announcementId } = published;
  const replies = text && isFirst ? await answerTopics(tx, announcementId, input, text) : 0;
  return { ok: true, isFirst, replies };
}

/** In the order of their ids, as everybody who holds several topics. Locked and merged ones take no word any more. */
async function answerTopics(
  tx: Tx<MemberContext>,
  announcementId: number,
  { settle }: PublishInput,
  text: PreparedText,
): Promise<number> {
  const topics = await tx.db.topic.findMany({
    where: {
      announcements: { some: { announcementId } },
      deletedAt: null,
      heldAt: null,
      lockedAt: null,
      status: { not: "merged" },
    },
    select: { id: true, board: true, kind: true },
    orderBy: { id: "asc" },
  });
  for (const { id, board, kind } of topics) {
    await insertOfficialReply(tx, {
      ...{ topicId: id, text, type: "fixed-in", announcementIds: [announcementId] },
      author: tx.actor,
      // Publishing has set it already, as what the announcement did; the letter says so too.
      status: settle ? (settledStatus({ board, kind, status: "open" }) ?? undefined) : undefined,
      isQuiet: true,
    });
  }
  return topics.length;
}
