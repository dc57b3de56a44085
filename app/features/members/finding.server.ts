import { isLooksTaken } from "./claiming.server";
import type { Context } from "./context";
import { foldName } from "./naming";
import { looksLikeTeam } from "./team-likeness.server";

export type Obstacle = "name-taken" | "name-alike" | "name-of-team" | "email";

/**
 * What stands in the way of a new account: the name, one that looks like it, the address, or nothing. Whoever is
 * appointed may be shown like somebody of the team.
 */
export async function findObstacle(
  ctx: Pick<Context, "db" | "rows" | "clock">,
  { name, email, isAppointed }: { name: string; email: string; isAppointed: boolean },
): Promise<Obstacle | null> {
  const nameFolded = foldName(name);
  const found = await ctx.db.member.findMany({
    where: { OR: [{ nameFolded }, { email }] },
    select: { nameFolded: true },
  });
  if (found.some((member) => member.nameFolded === nameFolded)) return "name-taken";
  if (await isLooksTaken(ctx, { name })) return "name-alike";
  if (!isAppointed && (await looksLikeTeam(ctx, { shown: name }))) return "name-of-team";
  return found.length > 0 ? "email" : null;
}
