import type { Context } from "~/features/members/context";
import { asDate, asJson } from "~/platform/db/columns";
import { type Decline, declineOf } from "./decline";

export interface DeclinedSuggestion extends Decline {
  number: number;
  slug: string;
  title: string;
  language: string;
}

interface Row {
  number: number;
  slug: string;
  title: string;
  language: string;
  declinedReason: string | null;
  statusChangedAt: unknown;
  data: unknown;
  by: string | null;
}

/** What was declined last, newest first, each with its decision. One query. */
export async function listDeclined(
  ctx: Pick<Context, "rows">,
  { limit }: { limit: number },
): Promise<DeclinedSuggestion[]> {
  const rows = await ctx.rows<Row>(declinedSql, [limit]);
  return rows.map(({ number, slug, title, language, declinedReason, statusChangedAt, data, by }) => {
    const entry = { type: "status", data: data ? asJson<Record<string, unknown>>(data) : {} };
    const timeline = [{ ...entry, actor: by === null ? null : { displayName: by } }];
    const decision = declineOf({ declinedReason, statusChangedAt: asDate(statusChangedAt), timeline });
    return { number, slug, title, language, ...decision };
  });
}

// The last status entry of a declined suggestion is its declining: one look into an index for each.
const declinedSql = `
  SELECT t."number", t."slug", t."title", t."language", t."declinedReason", t."statusChangedAt", e."data",
    m."displayName" AS "by"
  FROM "Topic" t
  LEFT JOIN "TimelineEntry" e ON e."id" = (
    SELECT s."id" FROM "TimelineEntry" s WHERE s."topicId" = t."id" AND s."type" = 'status'
    ORDER BY s."createdAt" DESC, s."id" DESC LIMIT 1)
  LEFT JOIN "Member" m ON m."id" = e."actorId"
  WHERE t."board" = 'suggestion' AND t."isListed" = TRUE AND t."status" = 'declined'
  ORDER BY t."statusChangedAt" DESC, t."id" DESC LIMIT ?`;
