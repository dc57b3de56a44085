import { asDate, asDateOrNull } from "~/platform/db/columns";
import { NotFound } from "~/platform/errors";
import type { Context } from "./context";
import { isRole } from "./role";
import {
  type NewcomerEnd,
  newcomerEnd,
  type Standing,
  type StandingFacts,
  standingOf,
  trustedPosts,
} from "./standing";

type Row = Record<string, unknown> & { role: string; topics: unknown; replies: unknown };

type Reader = Pick<Context, "rows" | "clock">;

/** How well the site knows a member now. One query that counts no further than it matters. */
export async function getStanding(ctx: Reader, memberId: number): Promise<Standing> {
  return standingOf(await readFacts(ctx, memberId), ctx.clock.now());
}

/** What a newcomer still needs to be none any more. */
export async function getNewcomerEnd(ctx: Pick<Reader, "rows">, memberId: number): Promise<NewcomerEnd> {
  return newcomerEnd(await readFacts(ctx, memberId));
}

async function readFacts({ rows }: Pick<Reader, "rows">, memberId: number): Promise<StandingFacts> {
  // Every column: since when a second step guards the account stands there once the site offers one.
  const [row] = await rows<Row>(
    `SELECT m.*, ${standing("Topic")} AS "topics", ${standing("Reply")} AS "replies" FROM "Member" m WHERE m."id" = ?`,
    [memberId],
  );
  if (!row) throw new NotFound("member");
  return {
    role: isRole(row.role) ? row.role : "member",
    createdAt: asDate(row.createdAt),
    emailVerifiedAt: asDateOrNull(row.emailVerifiedAt),
    secondFactorAt: asDateOrNull(row.secondFactorAt),
    approvedPosts: Number(row.topics) + Number(row.replies),
    lastRemovedAt: asDateOrNull(row.lastRemovedAt),
  };
}

function standing(table: "Topic" | "Reply"): string {
  return `(SELECT COUNT(*) FROM (SELECT 1 FROM "${table}" p WHERE p."authorId" = m."id" AND p."deletedAt" IS NULL
    AND p."heldAt" IS NULL LIMIT ${trustedPosts}) AS "standing")`;
}
