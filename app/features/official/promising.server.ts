import type { Tx } from "~/features/members/context";
import { isSettled } from "~/features/topics/ending-promises.server";
import type { PromiseMove } from "~/features/topics/promise";
import { addTimelineEntry } from "~/features/topics/timeline.server";
import type { TopicStatus } from "~/features/topics/topic";
import { addDays, type CalendarDay } from "~/platform/clock/calendar-day";
import { TryAgain } from "~/platform/db/transaction.server";
import { maxYearsAhead, type NewPromise, type PromiseAct, type PromiseChange } from "./promise-act";

export type PromiseRefusal =
  /** Another one stands on the topic already. */
  | "promise-stands"
  /** What was to be changed has been moved, kept or withdrawn meanwhile. */
  | "promise-gone"
  | "promise-settled"
  | "promise-day-past"
  | "promise-day-far"
  | "promise-day-same";

interface Act {
  replyId: number;
  actorId: number;
  at: Date;
}

/** Why an act cannot be done; null when it can. The topic's row must be held, so that the answer lasts. */
export async function promiseRefusal(
  tx: Tx,
  act: PromiseAct,
  { topicId, status, today }: { topicId: number; status?: string; today: CalendarDay },
): Promise<PromiseRefusal | null> {
  // What was merged here takes no reply any more: what stands promised there is moved and settled from here.
  const open = await tx.db.teamPromise.findMany({
    where: { state: "open", topic: { OR: [{ id: topicId }, { mergedIntoId: topicId }] } },
    select: { id: true, topicId: true, dueOn: true },
    orderBy: { id: "asc" },
  });
  if (act.kind === "make" && open.some((promise) => promise.topicId === topicId)) return "promise-stands";
  const standing = act.kind === "make" ? undefined : open.find(({ id }) => id === act.promiseId);
  if (act.kind !== "make" && !standing) return "promise-gone";
  if (act.kind === "keep" || act.kind === "withdraw") return null;
  // Done, and still to be done: one of the two is not so.
  if (status && isSettled(status as TopicStatus)) return "promise-settled";
  if (act.dueOn === null) return null;
  if (act.dueOn < today) return "promise-day-past";
  if (act.dueOn > addDays(today, maxYearsAhead * 366)) return "promise-day-far";
  return act.kind === "move" && act.dueOn === standing?.dueOn ? "promise-day-same" : null;
}

/** Says what will be done, and by when: a row of its own and a line of the timeline. */
export async function makePromise(
  tx: Tx,
  { text, dueOn }: NewPromise,
  { topicId, replyId, actorId, at }: Act & { topicId: number },
): Promise<void> {
  await tx.db.teamPromise.create({
    data: { topicId, replyId, text, dueOn, madeById: actorId, createdAt: at },
  });
  await addTimelineEntry(tx, {
    ...{ topicId, type: "promised", actorId, createdAt: at },
    data: { replyId, text, dueOn },
  });
}

/** Moves, keeps or withdraws what stands promised. What was said before stays to be read. */
export async function changePromise(
  tx: Tx,
  change: PromiseChange,
  { topicId: saidOn, replyId, actorId, at }: Act & { topicId: number },
): Promise<void> {
  const id = change.promiseId;
  const promise = await tx.db.teamPromise.findUniqueOrThrow({ where: { id } });
  const { topicId } = promise;
  // Asked for again by the write: what ends a promise outside its topic's lock may have come first.
  const { count } = await tx.db.teamPromise.updateMany({
    where: { id, state: "open" },
    data: columnsOf(change, promise, { replyId, at }),
  });
  if (count === 0) throw new TryAgain();
  // Of what was merged, both timelines say it: where it was promised, and where the team speaks now.
  for (const place of new Set([topicId, saidOn]))
    await addTimelineEntry(tx, {
      ...lineOf(change, promise, replyId),
      topicId: place,
      actorId,
      createdAt: at,
    });
}

interface PromiseRow {
  id: number;
  text: string;
  dueOn: string | null;
}

function lineOf(change: PromiseChange, { id, text, dueOn }: PromiseRow, replyId: number) {
  switch (change.kind) {
    case "move":
      return {
        type: "promise-moved" as const,
        data: { promiseId: id, replyId, text, from: dueOn, to: change.dueOn },
      };
    case "keep":
      return { type: "promise-kept" as const, data: { promiseId: id, replyId, text, dueOn } };
    case "withdraw":
      return {
        type: "promise-withdrawn" as const,
        data: { promiseId: id, replyId, promised: text, text: change.reason },
      };
  }
}

function columnsOf(
  change: PromiseChange,
  { dueOn, moves }: { dueOn: string | null; moves: unknown },
  { replyId, at }: { replyId: number; at: Date },
) {
  const ended = { endedAt: at, endedByReplyId: replyId };
  switch (change.kind) {
    case "move": {
      const move: PromiseMove = { from: dueOn, to: change.dueOn, replyId, at: at.toISOString() };
      return { dueOn: change.dueOn, moves: [...((moves as PromiseMove[] | null) ?? []), { ...move }] };
    }
    case "keep":
      return { state: "kept", ...ended };
    case "withdraw":
      return { state: "withdrawn", withdrawnReason: change.reason, ...ended };
  }
}
