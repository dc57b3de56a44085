import type { Area } from "~/features/site/area";
import type { Condition } from "~/features/topics/visibility";
import type { SqlValue } from "~/platform/db/client.server";
import type { InboxFilters } from "./filters";
import { lateSince, type ResponseTargets } from "./response";

export interface Selection {
  filters: InboxFilters;
  areas: readonly Area[];
  targets: ResponseTargets;
  memberId: number;
  now: Date;
}

/** Which rows of "Obligation" as `o` these filters leave. What is owed later only is in none. */
export function selected({ filters, areas, targets, memberId, now }: Selection): Condition {
  const parts = [`o."since" <= ?`];
  const params: SqlValue[] = [now];
  const add = (sql: string, ...values: SqlValue[]) => {
    parts.push(sql);
    params.push(...values);
  };
  const { kind, area, owner, isLate } = filters;
  if (kind) add(`o."kind" = ?`, kind);
  // An area nobody knows holds nothing.
  if (area) add(`o."areaId" = ?`, areas.find(({ slug }) => slug === area)?.id ?? 0);
  if (owner === "mine") add(`o."ownerId" = ?`, memberId);
  if (owner === "nobody") add(`o."ownerId" IS NULL`);
  if (isLate) {
    const late = lateWhere(targets, now);
    add(late.sql, ...late.params);
  }
  return { sql: parts.join(" AND "), params };
}

/** Late by the targets, as instants a database can compare: no due time is kept, so a new target is true at once. */
function lateWhere(targets: ResponseTargets, now: Date): Condition {
  const { triage, answer, areas } = lateSince(targets, now);
  const params: SqlValue[] = [];
  const until = (cut: Date | null) => {
    if (!cut) return "1 = 0";
    params.push(cut);
    return `o."since" <= ?`;
  };
  const parts = [`o."kind" IN ('promise', 'update')`, `o."kind" = 'triage' AND ${until(triage)}`];
  const answers = `o."kind" IN ('answer', 'follow-up', 'doubt')`;
  for (const { areaId, answer: cut } of areas) {
    parts.push(`${answers} AND o."areaId" = ${areaId} AND ${until(cut)}`);
  }
  const others =
    areas.length > 0 ? ` AND o."areaId" NOT IN (${areas.map(({ areaId }) => areaId).join(", ")})` : "";
  parts.push(`${answers}${others} AND ${until(answer)}`);
  return { sql: `(${parts.map((part) => `(${part})`).join(" OR ")})`, params };
}
