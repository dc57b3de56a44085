import { days } from "~/platform/clock/clock";
import { insertRows } from "~/platform/db/insert-rows.server";
import { skeletonsOf } from "~/platform/text/skeleton";
import type { Context, Tx } from "./context";
import { foldName } from "./naming";

/** How long nobody else gets a name somebody gave up, nor one that looks like it. */
export const nameKeptForMs = days(90);
const membersAtOnce = 500;

/** Ends the transaction in which somebody asked for a name that looks like another's. */
export class LooksTaken extends Error {}

interface Named {
  memberId: number;
  name: string;
}

/**
 * Takes the looks of a name, in the transaction that gives it to somebody: of two names that look alike the database
 * lets one through. Throws LooksTaken where another member has them, or had them until lately; the looks of whoever is or was
 * of the team are never free again.
 */
export async function claimName(tx: Tx, { memberId, name }: Named): Promise<void> {
  const keptSince = new Date(tx.clock.now().getTime() - nameKeptForMs);
  // In the order of skeletonsOf: two who want the same two never wait for each other.
  for (const skeleton of skeletonsOf(name)) {
    const taken = await tx.db.$executeRaw`
      INSERT INTO "NameClaim" ("skeleton", "memberId", "name", "nameFolded")
      VALUES (${skeleton}, ${memberId}, ${name}, ${foldName(name)})
      ON CONFLICT ("skeleton") DO UPDATE SET "memberId" = excluded."memberId", "name" = excluded."name",
        "nameFolded" = excluded."nameFolded", "releasedAt" = NULL
      WHERE "NameClaim"."memberId" = excluded."memberId" OR ("NameClaim"."releasedAt" <= ${keptSince} AND NOT EXISTS (
        SELECT 1 FROM "Member" m WHERE m."id" = "NameClaim"."memberId" AND (m."role" <> 'member' OR m."leftTeamAt" IS NOT NULL)))`;
    if (taken === 0) throw new LooksTaken();
  }
}

/** What a member has is kept for them from now on, until it is claimed again or its time is over. */
export async function releaseNames(tx: Tx, memberId: number): Promise<void> {
  await tx.db.nameClaim.updateMany({
    where: { memberId, releasedAt: null },
    data: { releasedAt: tx.clock.now() },
  });
}

/** For names nobody chose here, such as those of an archive: takes the looks that are free and leaves the rest. */
export async function claimFreeNames(
  tx: Pick<Tx, "db" | "databaseKind">,
  members: readonly Named[],
): Promise<void> {
  await insertRows(tx, "NameClaim", claimsOf(members), [], { skipsTaken: true });
}

/** Whether somebody else has this name's looks, or had them until lately. For forms; the database has the last word. */
export async function isLooksTaken(
  { db, clock }: Pick<Context, "db" | "clock">,
  { name, memberId = null }: { name: string; memberId?: number | null },
): Promise<boolean> {
  const claims = await db.nameClaim.findMany({
    where: { skeleton: { in: skeletonsOf(name) } },
    select: {
      memberId: true,
      releasedAt: true,
      member: { select: { role: true, leftTeamAt: true } },
    },
  });
  const keptSince = clock.now().getTime() - nameKeptForMs;
  return claims.some(
    ({ memberId: owner, releasedAt, member: { role, leftTeamAt } }) =>
      owner !== memberId &&
      (releasedAt === null || releasedAt.getTime() > keptSince || role !== "member" || leftTeamAt !== null),
  );
}

/**
 * Members who came before looks were claimed, whose looks are free. With `isFixing` they get them; of two who look
 * alike the one who came first does. Answers how many there are. Can be run as often as one likes.
 */
export async function claimMissingNames(
  { db, rows, databaseKind }: Pick<Context, "db" | "rows" | "databaseKind">,
  { isFixing }: { isFixing: boolean },
): Promise<number> {
  const found = new Set<string>();
  let count = 0;
  for (let after = 0; ;) {
    const page = await rows<{ memberId: number; name: string }>(
      `SELECT m."id" AS "memberId", m."name" FROM "Member" m WHERE m."id" > ? AND m."deletedAt" IS NULL
         AND NOT EXISTS (SELECT 1 FROM "NameClaim" c WHERE c."memberId" = m."id")
       ORDER BY m."id" LIMIT ${membersAtOnce}`,
      [after],
    );
    const wanted = claimsOf(page).filter(({ skeleton }) => !found.has(skeleton));
    const taken = await db.nameClaim.findMany({
      where: { skeleton: { in: wanted.map(({ skeleton }) => skeleton) } },
      select: { skeleton: true },
    });
    const takenLooks = new Set(taken.map(({ skeleton }) => skeleton));
    const free = wanted.filter(({ skeleton }) => !takenLooks.has(skeleton));
    for (const { skeleton } of free) found.add(skeleton);
    count += new Set(free.map(({ memberId }) => memberId)).size;
    if (isFixing && free.length > 0)
      await insertRows({ db, databaseKind }, "NameClaim", free, [], { skipsTaken: true });
    if (page.length < membersAtOnce) return count;
    after = page.at(-1)!.memberId;
  }
}

function claimsOf(members: readonly Named[]) {
  const bySkeleton = new Map<
    string,
    { skeleton: string; memberId: number; name: string; nameFolded: string }
  >();
  for (const { memberId, name } of members) {
    for (const skeleton of skeletonsOf(name)) {
      if (!bySkeleton.has(skeleton))
        bySkeleton.set(skeleton, { skeleton, memberId, name, nameFolded: foldName(name) });
    }
  }
  return [...bySkeleton.values()];
}
