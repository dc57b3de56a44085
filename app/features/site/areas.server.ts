import type { Context, Tx } from "~/features/members/context";
import { isAdmin } from "~/features/members/role";
import { asJson } from "~/platform/db/columns";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { slug as slugOf } from "~/platform/text/slug";
import { type Area, mostAreas } from "./area";
import type { AreaDraft } from "./area-presets";
import { lockSite } from "./settings.server";
import { shortCache } from "./short-cache";

export { areaName } from "./area";
export type { Area } from "./area";

/** One area as an admin leaves it; without an id it is a new one. The list's order becomes theirs. */
export interface AreaChange extends Pick<Area, "names" | "descriptions" | "isArchived"> {
  id?: number;
}

type Reader = Pick<Context, "rows" | "config" | "clock">;

const cache = shortCache(loadAreas);

/** Areas that take topics, in the site's order. Costs a query only every few seconds. */
export async function listAreas(ctx: Reader): Promise<Area[]> {
  return (await cache.get(ctx)).filter((area) => !area.isArchived);
}

/** Archived ones too: for naming the area of an old topic, and for the admin page. */
export async function listAllAreas(ctx: Reader): Promise<Area[]> {
  return cache.get(ctx);
}

/** Adds, renames, orders and archives in one act. Areas that are not named keep their place after these. Admins only. */
export async function saveAreas(
  ctx: Context,
  changes: readonly AreaChange[],
): Promise<Outcome<object, "too-many-areas">> {
  if (!isAdmin(ctx.actor)) throw new Forbidden("areas.save");
  const outcome = await inTransaction(ctx, async (tx) => {
    await lockSite(tx);
    const added = changes.filter(({ id }) => id === undefined).length;
    if (added > 0 && (await tx.db.area.count()) + added > mostAreas) return refused("too-many-areas");
    for (const [position, { id, names, descriptions, isArchived }] of changes.entries()) {
      if (id === undefined)
        await insertArea(tx, { slug: slugOf(names.en || names["zh-CN"]), names, descriptions }, position);
      else await updateArea(tx, id, { names, descriptions, isArchived, position });
    }
    return done({});
  });
  forgetAreas(ctx);
  return outcome;
}

/** For first run and import; they call `forgetAreas` after their commit. Answers with the new ids, in order. */
export async function insertAreas(tx: Tx, drafts: readonly AreaDraft[]): Promise<number[]> {
  const ids: number[] = [];
  const { _max } = await tx.db.area.aggregate({ _max: { position: true } });
  for (const draft of drafts) ids.push(await insertArea(tx, draft, (_max.position ?? -1) + 1 + ids.length));
  return ids;
}

/** Makes this process read the areas anew. */
export function forgetAreas(ctx: Pick<Context, "config" | "clock">): void {
  cache.drop(ctx);
}

async function insertArea(
  tx: Tx,
  { slug, names, descriptions }: AreaDraft,
  position: number,
): Promise<number> {
  const createdAt = tx.clock.now();
  const wanted = slug || "area";
  for (let attempt = 1; ; attempt++) {
    const free = attempt === 1 ? wanted : `${wanted}-${attempt}`;
    const isTaken = await tx.db.area.findUnique({ where: { slug: free }, select: { id: true } });
    if (isTaken) continue;
    const { id } = await tx.db.area.create({
      data: { slug: free, position, names, descriptions, createdAt },
    });
    return id;
  }
}

async function updateArea(tx: Tx, id: number, change: Omit<Area, "id" | "slug">): Promise<void> {
  const { isArchived, ...rest } = change;
  const { count } = await tx.db.area.updateMany({ where: { id }, data: rest });
  if (count === 0) throw new NotFound("area");
  // Archiving again keeps the time of the first archiving.
  await tx.db.area.updateMany({
    where: isArchived ? { id, archivedAt: null } : { id },
    data: { archivedAt: isArchived ? tx.clock.now() : null },
  });
}

async function loadAreas({ rows }: Reader): Promise<Area[]> {
  const found = await rows<
    Record<"names" | "descriptions" | "archivedAt", unknown> & Pick<Area, "id" | "slug" | "position">
  >(
    `SELECT "id", "slug", "position", "names", "descriptions", "archivedAt" FROM "Area" ORDER BY "position", "id"`,
  );
  return found.map(({ id, slug, position, names, descriptions, archivedAt }) => ({
    id,
    slug,
    position,
    names: asJson(names),
    descriptions: asJson(descriptions),
    isArchived: archivedAt !== null,
  }));
}
