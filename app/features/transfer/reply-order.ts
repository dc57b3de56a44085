import type { SourceReply } from "./source-topic";

export interface OrderedReply {
  reply: SourceReply;
  /** Place of its parent in the same list, always before its own. */
  parent: number | null;
}

/**
 * Replies by time, each after the one it answers. A reply whose parent is missing, is itself or closes a circle answers
 * the topic: an archive may say anything.
 */
export function inTreeOrder(replies: readonly SourceReply[]): OrderedReply[] {
  const byId = new Map(replies.map((reply) => [reply.externalId, reply]));
  const placeOf = new Map<string, number>();
  const ordered: OrderedReply[] = [];
  const byTime = [...byId.values()].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());

  function place(reply: SourceReply, below: ReadonlySet<string>): number | null {
    const known = placeOf.get(reply.externalId);
    if (known !== undefined) return known;
    if (below.has(reply.externalId)) return null;
    const answered = reply.parentId === null ? undefined : byId.get(reply.parentId);
    const parent = answered ? place(answered, new Set([...below, reply.externalId])) : null;
    const already = placeOf.get(reply.externalId);
    if (already !== undefined) return already;
    placeOf.set(reply.externalId, ordered.length);
    ordered.push({ reply, parent });
    return ordered.length - 1;
  }

  for (const reply of byTime) place(reply, new Set());
  return ordered;
}
