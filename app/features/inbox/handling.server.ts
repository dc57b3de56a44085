import type { Context, MemberContext } from "~/features/members/context";
import type { Note } from "~/features/notes/note";
import { notesColumn, notesOf } from "~/features/notes/note-columns";
import { shortCache } from "~/features/site/short-cache";
import { Forbidden } from "~/platform/errors";
import { type Claim, claimColumns, claimJoins, claimOf } from "./claim-columns";
import { mayClaim } from "./policy";

export interface Handling {
  claim: Claim | null;
  owner: { id: number; name: string; displayName: string } | null;
  /** What the team says among itself. */
  notes: Note[];
}

export interface TeamMember {
  id: number;
  name: string;
  displayName: string;
}

type Reader = Pick<Context, "rows" | "config" | "clock">;

const mostNamed = 500;
const team = shortCache(loadTeam);

/** For staff: who answers a topic just now, who sees to it, and their notes. One query. */
export async function readHandling(ctx: MemberContext, { topicId }: { topicId: number }): Promise<Handling> {
  if (!mayClaim(ctx.actor)) throw new Forbidden("topic.claim");
  const [row] = await ctx.rows<Record<string, unknown>>(
    `SELECT w."memberId" AS "ownerId", m."name" AS "ownerName", m."displayName" AS "ownerDisplayName", ${claimColumns},
       ${notesColumn(ctx.databaseKind)} AS "notes"
     FROM "Topic" t LEFT JOIN "TopicOwner" w ON w."topicId" = t."id" LEFT JOIN "Member" m ON m."id" = w."memberId"
     ${claimJoins(`t."id"`)} WHERE t."id" = ?`,
    [topicId],
  );
  if (!row) return { claim: null, owner: null, notes: [] };
  return {
    claim: claimOf(row, ctx.clock.now()),
    notes: notesOf(row.notes),
    owner:
      row.ownerId === null
        ? null
        : {
            id: Number(row.ownerId),
            name: String(row.ownerName),
            displayName: String(row.ownerDisplayName),
          },
  };
}

/** Who can see to something, by name. Costs a query only every few seconds. */
export async function listTeam(ctx: Reader): Promise<TeamMember[]> {
  return team.get(ctx);
}

async function loadTeam({ rows }: Reader): Promise<TeamMember[]> {
  return rows<TeamMember>(
    `SELECT "id", "name", "displayName" FROM "Member" WHERE "role" IN ('staff', 'admin') AND "deletedAt" IS NULL
     AND "suspendedAt" IS NULL ORDER BY "displayName", "id" LIMIT ${mostNamed}`,
  );
}
