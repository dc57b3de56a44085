import type { Context, MemberContext, Tx } from "~/features/members/context";
import { isStaff } from "~/features/members/role";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { slug } from "~/platform/text/slug";
import { topicTagged } from "./events";
import { mayTag } from "./policy";
import { takeTopic } from "./taking.server";
import { addTimelineEntry } from "./timeline.server";

/**
 * Makes these the tags of a topic. A tag nobody used before is made, and the first way it was written stays its name; one
 * that was renamed or merged is found by its old name. What the team reserved is neither given nor taken by others.
 */
export async function setTags(tx: Tx, topicId: number, names: readonly string[]): Promise<void> {
  const bySlug = await currentSlugs(tx, names);
  const standing = await tx.db.tag.findMany({
    where: { topics: { some: { topicId } } },
    select: { slug: true, name: true, reservedAt: true },
  });
  if (tx.actor && !isStaff(tx.actor)) {
    for (const tag of standing) if (tag.reservedAt) bySlug.set(tag.slug, tag.name);
    const added = [...bySlug.keys()].filter((each) => !standing.some((tag) => tag.slug === each));
    if ((await reservedOf(tx, added)).length > 0) throw new Forbidden("tag.reserved");
  }
  await tx.db.topicTag.deleteMany({ where: { topicId, tag: { slug: { notIn: [...bySlug.keys()] } } } });
  for (const [tagSlug, name] of bySlug) {
    await tx.db
      .$executeRaw`INSERT INTO "Tag" ("slug", "name") VALUES (${tagSlug}, ${name}) ON CONFLICT DO NOTHING`;
    await tx.db.$executeRaw`
      INSERT INTO "TopicTag" ("topicId", "tagId") SELECT ${topicId}, "id" FROM "Tag" WHERE "slug" = ${tagSlug}
      ON CONFLICT DO NOTHING`;
  }
}

/** The tags of a topic by themselves, told in its timeline. Its author and staff; the same tags again change nothing. */
export async function setTopicTags(
  ctx: MemberContext,
  { number, tags }: { number: number; tags: readonly string[] },
): Promise<Outcome<{ slug: string }, "tag-reserved"> & { name?: string }> {
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number });
    const { id: topicId, slug: topicSlug } = topic;
    if (!mayTag(tx.actor, topic)) throw new Forbidden("topic.tags");
    const before = await namesOf(tx, topicId);
    const refusedName = await findReserved(tx, tags, topicId);
    if (refusedName) return { ...refused("tag-reserved"), name: refusedName };
    await setTags(tx, topicId, tags);
    const after = await namesOf(tx, topicId);
    if (before.join("\n") === after.join("\n")) return done({ slug: topicSlug });
    await addTimelineEntry(tx, { topicId, type: "tagged", data: { tags: after }, actorId: tx.actor.id });
    await appendEvent(tx, topicTagged(topicId));
    return done({ slug: topicSlug });
  });
}

/** The first of these that only staff may give, as the team writes it; null for staff, and when there is none. */
export async function findReserved(
  ctx: Pick<Context, "actor"> & Pick<Tx, "db">,
  names: readonly string[],
  topicId?: number,
): Promise<string | null> {
  if (!ctx.actor || isStaff(ctx.actor)) return null;
  const [first] = await reservedOf(ctx, [...(await currentSlugs(ctx, names)).keys()], topicId);
  return first ?? null;
}

async function reservedOf(
  { db }: Pick<Tx, "db">,
  slugs: readonly string[],
  exceptOn?: number,
): Promise<string[]> {
  if (slugs.length === 0) return [];
  const found = await db.tag.findMany({
    where: {
      slug: { in: [...slugs] },
      reservedAt: { not: null },
      ...(exceptOn !== undefined && { topics: { none: { topicId: exceptOn } } }),
    },
    select: { name: true },
  });
  return found.map(({ name }) => name);
}

/** Names by the slugs they have today. */
async function currentSlugs({ db }: Pick<Tx, "db">, names: readonly string[]): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  for (const name of names) if (slug(name) && !written.has(slug(name))) written.set(slug(name), name);
  const aliases = await db.tagAlias.findMany({
    where: { slug: { in: [...written.keys()] } },
    select: { slug: true, tag: { select: { slug: true, name: true } } },
  });
  for (const alias of aliases) {
    written.delete(alias.slug);
    written.set(alias.tag.slug, alias.tag.name);
  }
  return written;
}

async function namesOf({ db }: Pick<Tx, "db">, topicId: number): Promise<string[]> {
  const found = await db.tag.findMany({
    where: { topics: { some: { topicId } } },
    select: { name: true },
    orderBy: { slug: "asc" },
  });
  return found.map(({ name }) => name);
}
