import type { Context, MemberContext } from "~/features/members/context";
import { shortCache } from "~/features/site/short-cache";
import { asJson } from "~/platform/db/columns";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import type { SavedReplyInput } from "./input";
import { mayManageSavedReplies, mayUseSavedReplies } from "./policy";
import { mostSavedReplies, type SavedReply } from "./saved-reply";

type Reader = Pick<Context, "rows" | "config" | "clock">;

const cache = shortCache(loadAll);

/** All of them by name. Costs a query only every few seconds. */
export async function listSavedReplies(ctx: Context): Promise<SavedReply[]> {
  if (!mayUseSavedReplies(ctx.actor)) throw new Forbidden("saved-replies.read");
  return cache.get(ctx);
}

/** Writes a new one, or changes the one with this id; what somebody else changed meanwhile is not written over. */
export async function saveReply(
  ctx: MemberContext,
  { id, name, texts, version }: SavedReplyInput & { id?: number },
): Promise<Outcome<Record<never, never>, "changed-meanwhile" | "saved-replies-full">> {
  if (!mayManageSavedReplies(ctx.actor)) throw new Forbidden("saved-replies.manage");
  const outcome = await inTransaction(ctx, async ({ db, clock }) => {
    const updatedAt = clock.now();
    if (id === undefined) {
      if ((await db.savedReply.count()) >= mostSavedReplies) return refused("saved-replies-full");
      await db.savedReply.create({ data: { name, texts, createdAt: updatedAt, updatedAt } });
      return done({});
    }
    const { count } = await db.savedReply.updateMany({
      where: { id, version },
      data: { name, texts, updatedAt, version: { increment: 1 } },
    });
    if (count === 1) return done({});
    if (!(await db.savedReply.findUnique({ where: { id } }))) throw new NotFound("saved-reply");
    return refused("changed-meanwhile");
  });
  cache.drop(ctx);
  return outcome;
}

/** Takes it away; answers that began with it stay as they are. */
export async function deleteSavedReply(ctx: MemberContext, { id }: { id: number }): Promise<void> {
  if (!mayManageSavedReplies(ctx.actor)) throw new Forbidden("saved-replies.manage");
  await ctx.db.savedReply.deleteMany({ where: { id } });
  cache.drop(ctx);
}

async function loadAll({ rows }: Reader): Promise<SavedReply[]> {
  const found = await rows<Omit<SavedReply, "texts"> & { texts: unknown }>(
    `SELECT "id", "name", "texts", "version" FROM "SavedReply" ORDER BY "name", "id" LIMIT ${mostSavedReplies}`,
  );
  return found.map(({ texts, ...row }) => ({ ...row, texts: asJson(texts) }));
}
