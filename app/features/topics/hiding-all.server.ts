import { type Context, systemContext } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { scheduleJob } from "~/platform/outbox/append.server";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { heldForSuspension } from "./held-for-suspension";
import { holdReply, holdTopic, releaseReply, releaseTopic } from "./holding.server";
import { takeReply, takeTopic } from "./taking.server";

const postsAtOnce = 25;

type Direction = "hide" | "show";

/** How far hiding everything somebody wrote has come. */
export interface HiddenPosts {
  hidden: number;
  /** What everybody still sees: official replies are not among them, they are the team's. */
  shown: number;
}

export async function countHiddenPosts(
  { rows }: Pick<Context, "rows">,
  memberId: number,
): Promise<HiddenPosts> {
  const count = (direction: Direction) =>
    `(SELECT COUNT(*) FROM "Topic" p WHERE ${affected(direction)}) +
     (SELECT COUNT(*) FROM "Reply" p WHERE ${affected(direction)} AND NOT p."isOfficial")`;
  const [row] = await rows<{ hidden: unknown; shown: unknown }>(
    `SELECT ${count("show")} AS "hidden", ${count("hide")} AS "shown"`,
    [memberId, memberId, memberId, memberId],
  );
  return { hidden: Number(row?.hidden ?? 0), shown: Number(row?.shown ?? 0) };
}

/** Hears that somebody was suspended with everything they wrote, or came back with it. */
export const hidingListener: Listener<Platform> = {
  name: "posts-of-suspended",
  batchSize: 20,
  async handle(platform, deliveries) {
    for (const { id, type, payload } of deliveries) {
      const memberId = Number(payload.memberId);
      if (type === "member.suspended" && payload.hidesPosts === true)
        await onePart(platform, { memberId, direction: "hide", cause: id, part: 1 });
      if (type === "member.reinstated" && payload.showsPosts === true)
        await onePart(platform, { memberId, direction: "show", cause: id, part: 1 });
    }
  },
};

export const hidingEvents = ["member.suspended", "member.reinstated"] as const;

/** The next part of them. */
export const hidingFanOut: Listener<Platform> = {
  name: "posts-of-suspended-part",
  batchSize: 1,
  async handle(platform, deliveries) {
    for (const { payload } of deliveries) await onePart(platform, payload as unknown as Part);
  },
};

interface Part {
  memberId: number;
  direction: Direction;
  /** The delivery that began it, and how often it went on since: what names the next job. */
  cause: number;
  part: number;
}

/** Each post is a transaction of its own; done again it finds what is left. Ends where the account became otherwise. */
async function onePart(platform: Platform, job: Part): Promise<void> {
  const ctx = systemContext(platform);
  const { memberId, direction } = job;
  const member = await ctx.db.member.findUnique({ where: { id: memberId }, select: { suspendedAt: true } });
  if (!member || (member.suspendedAt === null) === (direction === "hide")) return;
  const posts = await nextPosts(ctx, memberId, direction);
  for (const post of posts) await turn(ctx, post, direction);
  if (posts.length < postsAtOnce) return;
  const { cause, part } = job;
  await inTransaction(ctx, (tx) =>
    scheduleJob(tx, {
      listener: hidingFanOut.name,
      payload: { memberId, direction, cause, part: part + 1 },
      runAt: tx.clock.now(),
      uniqueKey: `${hidingFanOut.name}:${cause}:${part}`,
    }),
  );
}

interface Post {
  topicId: number;
  replyId: number | null;
}

async function nextPosts({ rows }: Context, memberId: number, direction: Direction): Promise<Post[]> {
  const found = await rows<{ topicId: number; replyId: number | null }>(
    `SELECT * FROM (SELECT p."id" AS "topicId", CAST(NULL AS INTEGER) AS "replyId" FROM "Topic" p WHERE ${affected(direction)}
       ORDER BY p."id" LIMIT ${postsAtOnce}) AS "topics"
     UNION ALL SELECT * FROM (SELECT p."topicId", p."id" AS "replyId" FROM "Reply" p
       WHERE ${affected(direction)} AND NOT p."isOfficial" ORDER BY p."id" LIMIT ${postsAtOnce}) AS "replies"
     LIMIT ${postsAtOnce}`,
    [memberId, memberId],
  );
  return found.map(({ topicId, replyId }) => ({
    topicId: Number(topicId),
    replyId: replyId === null ? null : Number(replyId),
  }));
}

async function turn(ctx: Context, { topicId, replyId }: Post, direction: Direction): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { id: topicId });
    if (replyId === null) {
      if (direction === "hide") await holdTopic(tx, topic, heldForSuspension);
      else await releaseTopic(tx, topic);
      return;
    }
    const reply = await takeReply(tx, topic, replyId);
    if (direction === "hide") await holdReply(tx, topic, reply, heldForSuspension);
    else await releaseReply(tx, topic, reply);
  });
}

/** Posts of a member, on a table called `p`, that are still to be turned. Parameter: the member. */
function affected(direction: Direction): string {
  const state = direction === "hide" ? `p."heldAt" IS NULL` : `p."heldFor" = '${heldForSuspension}'`;
  return `p."authorId" = ? AND p."deletedAt" IS NULL AND ${state}`;
}
