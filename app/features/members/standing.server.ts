import { asDate, asDateOrNull } from "~/platform/db/columns";
import { NotFound } from "~/platform/errors";
import type { Context } from "./context";
import { isRole } from "./role";
import { type Standing, standingOf, trustedPosts } from "./standing";

type Row = Record<string, unknown> & { role: string; topics: unknown; replies: unknown };

/** How well the site knows a member now. One query that counts no further than it matters. */
export async function getStanding(
  { rows, clock }: Pick<Context, "rows" | "clock">,
  memberId: number,
): Promise<Standing> {
  // Every column: since when a second step guards the account stands there once the site offers one.
  const [row] = await rows<Row>(
    `SELECT m.*, ${standing("Topic")} AS "topics", ${standing("Reply")} AS "replies" FROM "Member" m WHERE m."id" = ?`,
    [memberId],
  );
  if (!row) throw new NotFound("member");
  return standingOf(
    {
      role: isRole(row.role) ? row.role : "member",
      createdAt: asDate(row.createdAt),
      emailVerifiedAt: asDateOrNull(row.emailVerifiedAt),
      secondFactorAt: asDateOrNull(row.secondFactorAt),
      approvedPosts: Number(row.topics) + Number(row.replies),
      lastRemovedAt: asDateOrNull(row.lastRemovedAt),
    },
    clock.now(),
  );
}

function standing(table: "Topic" | "Reply"): string {
  return `(SELECT COUNT(*) FROM (SELECT 1 FROM "${table}" p WHERE p."authorId" = m."id" AND p."deletedAt" IS NULL
    AND p."heldAt" IS NULL LIMIT ${trustedPosts}) AS "standing")`;
}
