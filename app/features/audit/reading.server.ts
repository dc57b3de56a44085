import type { Context } from "~/features/members/context";
import { isAdmin } from "~/features/members/role";
import { asDate, asJson } from "~/platform/db/columns";
import type { SqlValue } from "~/platform/db/client.server";
import { Forbidden } from "~/platform/errors";
import { type AuditDetail, type AuditKind, isAuditKind } from "./entry";
import { type ChainState, verifyChain } from "./verifying.server";

const perPage = 30;
const mostFollowed = 5_000;

export interface AuditLine {
  id: number;
  at: Date;
  kind: string;
  actorName: string;
  detail: AuditDetail;
  hash: string;
}

export interface AuditPage {
  lines: AuditLine[];
  /** Id the older lines begin below, or null. */
  next: number | null;
  chain: ChainState & {
    /** False for a log so long that only its newest part was followed. */
    isWholeLog: boolean;
  };
}

/** The audit log, newest first, and whether its chain is whole. For admins alone. */
export async function readAudit(
  ctx: Context,
  { kind, before }: { kind: AuditKind | null; before: number | null },
): Promise<AuditPage> {
  if (!isAdmin(ctx.actor)) throw new Forbidden("admin");
  const conditions = [kind && `"kind" = ?`, before && `"id" < ?`].filter(Boolean);
  const params: SqlValue[] = [...(kind ? [kind] : []), ...(before ? [before] : [])];
  const rows = await ctx.rows<Row>(
    `SELECT "id", "at", "kind", "actorName", "detail", "hash" FROM "AuditEntry"
     ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""} ORDER BY "id" DESC LIMIT ${perPage + 1}`,
    params,
  );
  const shown = rows.slice(0, perPage);
  const [newest] = await ctx.rows<{ id: number | null }>(`SELECT MAX("id") AS "id" FROM "AuditEntry"`);
  const from = Math.max(0, Number(newest?.id ?? 0) - mostFollowed);
  return {
    lines: shown.map(({ at, detail, ...line }) => ({
      ...line,
      at: asDate(at),
      detail: asJson<AuditDetail>(detail),
    })),
    next: rows.length > perPage ? shown.at(-1)!.id : null,
    chain: { ...(await verifyChain(ctx, { from })), isWholeLog: from === 0 },
  };
}

/** The kind an address names; null for all of them. */
export function readKind(text: string | null): AuditKind | null {
  return isAuditKind(text) ? text : null;
}

type Row = Omit<AuditLine, "at" | "detail"> & { at: unknown; detail: unknown };
