import type { Context, MemberContext } from "~/features/members/context";
import type { Area } from "~/features/site/area";
import { listAllAreas } from "~/features/site/areas.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { areaFollowed } from "./events";
import type { FollowLevel } from "./follow-level";

export interface AreaFollowing {
  area: Area;
  level: FollowLevel;
}

/** How much of an area's topics, present and coming, reaches the member; null takes their word back. */
export async function setAreaFollow(
  ctx: MemberContext,
  { slug, level }: { slug: string; level: FollowLevel | null },
): Promise<void> {
  const { id: areaId } = await areaBySlug(ctx, slug);
  const mine = { areaId, memberId: ctx.actor.id };
  await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const changed =
      level === null
        ? (await tx.db.areaFollow.deleteMany({ where: mine })).count
        : await tx.db.$executeRaw`
            INSERT INTO "AreaFollow" ("areaId", "memberId", "level", "createdAt")
            VALUES (${areaId}, ${mine.memberId}, ${level}, ${now})
            ON CONFLICT ("areaId", "memberId") DO UPDATE SET "level" = excluded."level"
            WHERE "AreaFollow"."level" <> excluded."level"`;
    if (changed > 0) await appendEvent(tx, areaFollowed(areaId, mine.memberId, level));
  });
}

/** Every area the member has a word on, in the site's order. */
export async function listAreaFollows(ctx: MemberContext): Promise<AreaFollowing[]> {
  const [areas, rows] = await Promise.all([
    listAllAreas(ctx),
    ctx.rows<{ areaId: number; level: FollowLevel }>(
      `SELECT "areaId", "level" FROM "AreaFollow" WHERE "memberId" = ?`,
      [ctx.actor.id],
    ),
  ]);
  const levels = new Map(rows.map(({ areaId, level }) => [areaId, level]));
  return areas.flatMap((area) => {
    const level = levels.get(area.id);
    return level ? [{ area, level }] : [];
  });
}

/** The area of this slug with the member's word on it. Throws NotFound for one that is not there. */
export async function getAreaFollow(
  ctx: MemberContext,
  slug: string,
): Promise<{ area: Area; level: FollowLevel | null }> {
  const area = await areaBySlug(ctx, slug);
  const follows = await listAreaFollows(ctx);
  return { area, level: follows.find((follow) => follow.area.id === area.id)?.level ?? null };
}

async function areaBySlug(ctx: Context, slug: string): Promise<Area> {
  const area = (await listAllAreas(ctx)).find((each) => each.slug === slug);
  if (!area) throw new NotFound("area");
  return area;
}
