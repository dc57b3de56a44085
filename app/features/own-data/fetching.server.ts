import type { Context, MemberContext } from "~/features/members/context";
import { NotFound } from "~/platform/errors";
import type { FileContent } from "~/platform/storage/port";
import { askedAgainMs, type Copy, copyFile, type CopyState } from "./copy";

/** The actor's own copy, or null. Nobody else has one to look at, whatever their role. */
export async function findCopy({ db, actor, clock }: MemberContext): Promise<Copy | null> {
  const row = await db.dataExport.findUnique({ where: { memberId: actor.id } });
  if (!row || (row.expiresAt && row.expiresAt <= clock.now())) return null;
  const { key, bytes, askedAt, expiresAt, stepsDone, stepsTotal } = row;
  return {
    ...{ key, bytes, askedAt, expiresAt, state: row.state as CopyState },
    share: stepsTotal === 0 ? 0 : Math.min(1, stepsDone / stepsTotal),
    nextAt: new Date(askedAt.getTime() + askedAgainMs),
  };
}

/**
 * The file itself, for whoever asked for it and for nobody else. Throws NotFound alike for what is missing, not finished,
 * over, and somebody else's.
 */
export async function openCopy(
  ctx: MemberContext,
  key: string,
): Promise<{ content: FileContent; madeAt: Date }> {
  const found = await findOwn(ctx, key);
  const content = found && (await ctx.files.get(copyFile(found.key)));
  if (!content) throw new NotFound("copy");
  return { content, madeAt: found.readyAt! };
}

async function findOwn(
  { db, clock, actor }: Pick<Context, "db" | "clock"> & Pick<MemberContext, "actor">,
  key: string,
) {
  if (!/^[0-9a-f]{32}$/.test(key)) return null;
  return db.dataExport.findFirst({
    where: { key, memberId: actor.id, state: "ready", expiresAt: { gt: clock.now() } },
  });
}
