import { hanLooks } from "~/platform/text/han-look-alikes";
import { skeletonsOf } from "~/platform/text/skeleton";
import type { Context } from "./context";

const teamLookedAt = 1_000;

/**
 * Whether a name, or what somebody wants to be shown as, looks like the name or the shown name of somebody who is of the team or
 * was once. `memberId` is whoever asks: they may look like themselves.
 */
export async function looksLikeTeam(
  { rows }: Pick<Context, "rows">,
  { shown, memberId = null }: { shown: string; memberId?: number | null },
): Promise<boolean> {
  const team = await rows<{ id: number; name: string; displayName: string }>(
    `SELECT "id", "name", "displayName" FROM "Member" WHERE ("role" IN ('moderator', 'staff', 'admin') OR "leftTeamAt" IS NOT NULL)
     AND "deletedAt" IS NULL ORDER BY "id" LIMIT ${teamLookedAt}`,
  );
  const looks = new Set(looksOf(shown));
  return team.some(
    ({ id, name, displayName }) =>
      id !== memberId && [name, displayName].some((known) => looksOf(known).some((form) => looks.has(form))),
  );
}

/** Coarser than what tells members apart: nobody passes for the team by a stroke more or less, or in the other Chinese script. */
function looksOf(text: string): string[] {
  return skeletonsOf(hanLooks(text));
}
