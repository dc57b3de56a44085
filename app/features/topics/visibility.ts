import type { Actor } from "~/features/members/context";
import { isModerator } from "~/features/members/role";
import type { SqlValue } from "~/platform/db/client.server";

/** A condition of prepared SQL and the values for its question marks, in order. */
export interface Condition {
  sql: string;
  params: SqlValue[];
}

/**
 * Which topics somebody may find, on a table called `t`: for every list, search and feed. What is deleted is found by
 * nobody; what is held by its author and by those who decide about it.
 */
export function visibleWhere(actor: Actor | null): Condition {
  return condition("t", actor);
}

/** The same for replies on a table called `r`; join the topic as `t` and ask `visibleWhere` too. */
export function visibleReplyWhere(actor: Actor | null): Condition {
  return condition("r", actor);
}

function condition(alias: string, actor: Actor | null): Condition {
  const isThere = `${alias}."deletedAt" IS NULL`;
  if (isModerator(actor)) return { sql: isThere, params: [] };
  if (!actor) return { sql: `(${isThere} AND ${alias}."heldAt" IS NULL)`, params: [] };
  return {
    sql: `(${isThere} AND (${alias}."heldAt" IS NULL OR ${alias}."authorId" = ?))`,
    params: [actor.id],
  };
}
