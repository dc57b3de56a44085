import type { MemberContext, Tx } from "~/features/members/context";
import { changeStatus } from "~/features/topics/status.server";
import { takeTopic } from "~/features/topics/taking.server";
import { isDiscussionKind } from "~/features/topics/topic";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { type CloseReason, settableStatuses } from "./discussion";
import { maySetDiscussionStatus } from "./policy";

export interface StatusInput {
  number: number;
  to: string;
  reason?: CloseReason;
  /** Number of the topic that tells of the same. */
  duplicateOf?: number;
  text?: string;
  /** The status it had when somebody looked. */
  seen?: string;
}

/** Staff say where a discussion stands, or close it with a reason everybody reads. */
export async function setDiscussionStatus(
  ctx: MemberContext,
  { number, to, reason, duplicateOf, text, seen }: StatusInput,
): Promise<Outcome<{ slug: string }, "status-unknown" | "duplicate-unknown" | "changed-meanwhile">> {
  if (!maySetDiscussionStatus(ctx.actor)) throw new Forbidden("discussion.status");
  return inTransaction(ctx, async (tx) => {
    const { id: topicId, kind, slug, status: before } = await takeTopic(tx, { number });
    if (!isDiscussionKind(kind)) throw new NotFound("discussion");
    const status = settableStatuses(kind).find((each) => each === to);
    if (!status) return refused("status-unknown");
    if (seen !== undefined && before !== seen && before !== status) return refused("changed-meanwhile");
    const isDuplicate = status === "closed" && reason === "duplicate";
    const same = isDuplicate ? await findOther(tx, { number: duplicateOf, except: topicId }) : undefined;
    if (same === null) return refused("duplicate-unknown");
    await changeStatus(tx, {
      topicId,
      to: status,
      actorId: tx.actor.id,
      ...(status === "closed" && { reason }),
      ...(same && { duplicateOfId: same.id }),
      ...(text && { text }),
    });
    return done({ slug });
  });
}

/** Another topic that everybody may read; null when there is none of that number. */
async function findOther(
  tx: Tx,
  { number, except }: { number?: number; except: number },
): Promise<{ id: number } | null> {
  if (number === undefined) return null;
  return tx.db.topic.findFirst({
    where: { number, id: { not: except }, deletedAt: null, heldAt: null },
    select: { id: true },
  });
}
