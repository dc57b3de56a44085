import { type Context, systemContext } from "~/features/members/context";
import { hours } from "~/platform/clock/clock";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { copiesPrefix, copyFile, keyOfCopyFile } from "./copy";

// A younger one may be on its way to the row that names it.
const strayAfterMs = hours(1);

/** Takes copies away a week after they were made, and files that no row names any more. Answers how many files went. */
export async function purgeCopies(ctx: Context): Promise<number> {
  const over = await ctx.db.dataExport.findMany({ where: { expiresAt: { lte: ctx.clock.now() } } });
  for (const { key } of over) {
    await ctx.files.delete(copyFile(key));
    await ctx.db.dataExport.deleteMany({ where: { key } });
  }
  let purged = over.length;
  for await (const name of strayCopies(ctx)) {
    await ctx.files.delete(name);
    purged++;
  }
  return purged;
}

/** Files of copies that nobody can fetch: replaced ones whose deletion was cut off. */
export async function* strayCopies({ db, files, clock }: Context | Platform): AsyncGenerator<string> {
  const before = clock.now().getTime() - strayAfterMs;
  for await (const { key: name, modifiedAt } of files.list(copiesPrefix)) {
    if (modifiedAt.getTime() >= before) continue;
    const key = keyOfCopyFile(name);
    if (key && !(await db.dataExport.findUnique({ where: { key }, select: { key: true } }))) yield name;
  }
}

/** The job the clock starts: see wiring/schedule. */
export const purgeCopiesJob: Listener<Platform> = {
  name: "own-data-purge",
  batchSize: 1,
  async handle(platform) {
    await purgeCopies(systemContext(platform));
  },
};
