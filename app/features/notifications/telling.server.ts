import { type Context, type SystemContext, systemContext, type Tx } from "~/features/members/context";
import type { Prisma } from "~/platform/db/generated/sqlite/client";
import { insertRows } from "~/platform/db/insert-rows.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { appendEvent } from "~/platform/outbox/append.server";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { askedSql, nextRecipients } from "./audience.server";
import type { Fact, Telling } from "./fact";
import { mailFor } from "./mailing-notices.server";
import { type Choices, isWanted } from "./notice";
import { tellingsOf } from "./tellings.server";

/** Turns what happened into notices. Hears `toldEvents`; the same event twice tells nobody twice. */
export const noticeListener: Listener<Platform> = {
  name: "notices",
  batchSize: 20,
  async handle(platform, deliveries) {
    const ctx = systemContext(platform);
    for (const delivery of deliveries)
      for (const telling of await tellingsOf(ctx, delivery)) await tell(ctx, telling);
  },
};

/** The next part of a large audience. */
export const noticeFanOut: Listener<Platform> = {
  name: "notices-fan-out",
  batchSize: 1,
  async handle(platform, deliveries) {
    for (const { payload } of deliveries) {
      const { telling, after } = payload as unknown as { telling: Telling; after: number };
      await tell(systemContext(platform), telling, after);
    }
  },
};

/** Every listener the notices need where events are handed out. */
export const fanOutJobs: readonly Listener<Platform>[] = [noticeFanOut];

/**
 * Tells one part of an audience and asks for the next, in one transaction: a process killed at any point leaves either all
 * of it or none, and the same part told again finds everybody told.
 */
async function tell(ctx: SystemContext, telling: Telling, after = 0): Promise<void> {
  const { memberIds, next } = await nextRecipients(ctx, telling.audience, after);
  const { fact, audience } = telling;
  const asked = audience.of === "askers" ? await askedTopics(ctx, audience.announcementId, memberIds) : null;
  await inTransaction(ctx, async (tx) => {
    await makeNotices(tx, fact, await unheard(tx, fact, memberIds), asked);
    if (next !== null) await goOn(tx, telling, next);
  });
}

/** Whoever did it knows; whoever has been told of this fact is not told again. */
async function unheard(tx: Tx, fact: Fact, recipients: number[]): Promise<number[]> {
  const told = await tx.db.notice.findMany({
    where: { fact: fact.key, memberId: { in: recipients } },
    select: { memberId: true },
  });
  const known = new Set(told.map(({ memberId }) => memberId));
  return recipients.filter((id) => id !== fact.actorId && !known.has(id));
}

async function makeNotices(
  tx: Tx,
  fact: Fact,
  memberIds: number[],
  asked: Map<number, number[]> | null,
): Promise<void> {
  if (memberIds.length === 0) return;
  const wishes = await readWishes(tx, memberIds);
  const wants = (id: number, channel: "app" | "mail" | "digest") =>
    isWanted(wishes.get(id)?.choices ?? {}, fact.type, channel);
  const concerned = memberIds.filter((id) => wants(id, "app") || wants(id, "mail") || wants(id, "digest"));
  const mailed = concerned.filter((id) => wants(id, "mail") && wishes.get(id)?.isMailable);
  const mails = await mailFor(tx, fact, mailed);
  const now = tx.clock.now();
  const rows = concerned.map((memberId) => ({
    memberId,
    fact: fact.key,
    type: fact.type,
    topicId: fact.topicId ?? null,
    replyId: fact.replyId ?? null,
    announcementId: fact.announcementId ?? null,
    actorId: fact.actorId ?? null,
    data: JSON.stringify({ ...fact.data, ...(asked && { topicIds: asked.get(memberId) ?? [] }) }),
    isShown: wants(memberId, "app"),
    isForDigest: wants(memberId, "digest"),
    createdAt: now,
    mailId: mails.get(memberId) ?? null,
  }));
  if (rows.length === 0) return;
  await insertRows(tx, "Notice", rows, []);
  // For pages that are open: their bells count again.
  const shown = rows.filter(({ isShown }) => isShown).map(({ memberId }) => memberId);
  await appendEvent(tx, { type: "notices.made", payload: { memberIds: shown } });
}

interface Wish {
  choices: Choices;
  /** Has an address that is known to be theirs, and has not muted all mail. */
  isMailable: boolean;
}

async function readWishes(tx: Tx, memberIds: number[]): Promise<Map<number, Wish>> {
  const members = await tx.db.member.findMany({
    where: { id: { in: memberIds } },
    select: {
      id: true,
      email: true,
      emailVerifiedAt: true,
      noticeSettings: { select: { choices: true, isMailMuted: true } },
    },
  });
  return new Map(
    members.map(({ id, email, emailVerifiedAt, noticeSettings }) => [
      id,
      {
        choices: (noticeSettings?.choices ?? {}) as Choices,
        isMailable: email !== null && emailVerifiedAt !== null && !noticeSettings?.isMailMuted,
      },
    ]),
  );
}

/** Which of the announcement's topics each of them asked for. */
async function askedTopics(
  { rows }: Context,
  announcementId: number,
  memberIds: number[],
): Promise<Map<number, number[]>> {
  const byMember = new Map<number, number[]>(memberIds.map((id) => [id, []]));
  if (memberIds.length === 0) return byMember;
  const range = [memberIds[0]!, memberIds.at(-1)!];
  const asked = askedSql(announcementId, `q."memberId" >= ? AND q."memberId" <= ?`, range);
  const found = await rows<{ memberId: number; topicId: number }>(
    `SELECT k."memberId", k."topicId" FROM (${asked.sql}) k ORDER BY k."topicId"`,
    asked.params,
  );
  for (const { memberId, topicId } of found) byMember.get(memberId)?.push(topicId);
  return byMember;
}

async function goOn(tx: Tx<Context>, telling: Telling, after: number): Promise<void> {
  const about = telling.audience.of === "askers" ? "" : `:${JSON.stringify(telling.audience)}`;
  const uniqueKey = `notices:${telling.fact.key}${about}:${after}`;
  if (await tx.db.outbox.findUnique({ where: { uniqueKey }, select: { id: true } })) return;
  const now = tx.clock.now();
  await tx.db.outbox.create({
    data: {
      listener: noticeFanOut.name,
      type: "job",
      payload: { telling: telling as unknown as Prisma.InputJsonObject, after },
      uniqueKey,
      createdAt: now,
      runAt: now,
    },
  });
}
