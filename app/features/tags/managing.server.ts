import type { MemberContext, Tx } from "~/features/members/context";
import { topicTagged } from "~/features/topics/events";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvents } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { slug as slugOf } from "~/platform/text/slug";
import { mayManageTags } from "./policy";

const eventsAtOnce = 500;

/** Another name, and whether only staff may give it. The old name goes on finding it. */
export async function renameTag(
  ctx: MemberContext,
  { slug, name, isReserved }: { slug: string; name: string; isReserved: boolean },
): Promise<Outcome<{ slug: string }, "tag-name-taken">> {
  return manage(ctx, async (tx) => {
    const tag = await take(tx, slug);
    const now = slugOf(name);
    if (now !== tag.slug) {
      if (await tx.db.tag.findUnique({ where: { slug: now } })) return refused("tag-name-taken");
      // A name it had before, or one another tag had, is given anew.
      await tx.db.tagAlias.deleteMany({ where: { slug: now } });
      await tx.db.tagAlias.upsert({
        where: { slug: tag.slug },
        create: { slug: tag.slug, tagId: tag.id },
        update: { tagId: tag.id },
      });
    }
    const reservedAt = isReserved ? (tag.reservedAt ?? tx.clock.now()) : null;
    await tx.db.tag.update({ where: { id: tag.id }, data: { slug: now, name, reservedAt } });
    if (now !== tag.slug || name !== tag.name) await tellTopics(tx, tag.id);
    return done({ slug: now });
  });
}

/** Everything that carries the one carries the other, once; the name of the one leads to the other. */
export async function mergeTag(
  ctx: MemberContext,
  { slug, into }: { slug: string; into: string },
): Promise<Outcome<{ slug: string }, "tag-unknown" | "tag-itself">> {
  return manage(ctx, async (tx) => {
    const source = await take(tx, slug);
    const target = await find(tx, slugOf(into));
    if (!target) return refused("tag-unknown");
    if (target.id === source.id) return refused("tag-itself");
    await tellTopics(tx, source.id);
    await tx.db.$executeRaw`
      INSERT INTO "TopicTag" ("topicId", "tagId") SELECT "topicId", ${target.id} FROM "TopicTag"
      WHERE "tagId" = ${source.id} ON CONFLICT DO NOTHING`;
    await tx.db.tagAlias.updateMany({ where: { tagId: source.id }, data: { tagId: target.id } });
    await tx.db.tag.delete({ where: { id: source.id } });
    await tx.db.tagAlias.create({ data: { slug: source.slug, tagId: target.id } });
    return done({ slug: target.slug });
  });
}

/** Off every topic. Whoever writes it again makes it anew. */
export async function deleteTag(ctx: MemberContext, { slug }: { slug: string }): Promise<void> {
  await manage(ctx, async (tx) => {
    const { id } = await take(tx, slug);
    await tellTopics(tx, id);
    await tx.db.tag.delete({ where: { id } });
  });
}

async function manage<Result>(
  ctx: MemberContext,
  work: (tx: Tx<MemberContext>) => Promise<Result>,
): Promise<Result> {
  if (!mayManageTags(ctx.actor)) throw new Forbidden("tags.manage");
  return inTransaction(ctx, work);
}

/** Its row is held, so that of two who rename, merge or delete it at once the second sees what the first did. */
async function take(tx: Tx, slug: string) {
  const { count } = await tx.db.tag.updateMany({ where: { slug }, data: { slug } });
  const tag = count === 1 ? await tx.db.tag.findUnique({ where: { slug } }) : null;
  if (!tag) throw new NotFound("tag");
  return tag;
}

async function find(tx: Tx, slug: string) {
  const tag = await tx.db.tag.findUnique({ where: { slug } });
  if (tag) return tag;
  const alias = await tx.db.tagAlias.findUnique({ where: { slug }, include: { tag: true } });
  return alias?.tag ?? null;
}

/** Whatever carries it is found by other words from now on. */
async function tellTopics(tx: Tx, tagId: number): Promise<void> {
  const carriers = await tx.db.topicTag.findMany({ where: { tagId }, select: { topicId: true } });
  for (let from = 0; from < carriers.length; from += eventsAtOnce) {
    await appendEvents(
      tx,
      carriers.slice(from, from + eventsAtOnce).map(({ topicId }) => topicTagged(topicId)),
    );
  }
}
