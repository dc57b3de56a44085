import fc from "fast-check";
import { expect, test } from "vitest";
import { setAffected, unsetAffected } from "~/features/discussions/affecting.server";
import { acceptSolution, withdrawSolution } from "~/features/discussions/solving.server";
import { deleteReply } from "~/features/topics/deleting.server";
import { holdReply, releaseReply } from "~/features/topics/holding.server";
import { putBackReply } from "~/features/topics/removing.server";
import { endOfBranch } from "~/features/topics/reply-path";
import { postReply } from "~/features/topics/replying.server";
import { takeReply, takeTopic } from "~/features/topics/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { aMember } from "../../factories/members";
import { aDiscussion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const members = await Promise.all(Array.from({ length: 4 }, () => aMember(platform)));
const staff = await aMember(platform, { role: "staff" });

interface Act {
  what:
    | "reply"
    | "answer"
    | "delete"
    | "restore"
    | "hold"
    | "release"
    | "affected"
    | "unaffected"
    | "accept"
    | "withdraw";
  who: number;
  which: number;
}

const acts = fc.array(
  fc.record<Act>({
    what: fc.constantFrom(
      "reply",
      "answer",
      "answer",
      "delete",
      "restore",
      "hold",
      "release",
      "affected",
      "unaffected",
      "accept",
      "withdraw",
    ),
    who: fc.nat(3),
    which: fc.nat(30),
  }),
  { minLength: 10, maxLength: 60 },
);

test("after any acts, several at a time, every count is what counting anew gives", async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      const topic = await aDiscussion(platform, { author: staff });
      for (let from = 0; from < list.length; from += 5) {
        await Promise.allSettled(list.slice(from, from + 5).map((act) => perform(topic, act)));
      }
      await expectExactCounts(topic.id);
    }),
    { numRuns: 8 },
  );
  await expectExactMemberCounts();
}, 120_000);

async function perform(
  { id, number }: { id: number; number: number },
  { what, who, which }: Act,
): Promise<unknown> {
  const ctx = contextFor(platform, members[who]!);
  const asStaff = contextFor(platform, staff);
  const replies = await db.reply.findMany({ where: { topicId: id }, select: { id: true } });
  const replyId = replies[which % Math.max(replies.length, 1)]?.id ?? 0;
  const post = { number, body: "text", attachmentIds: [], submission: "" };
  switch (what) {
    case "reply":
      return postReply(ctx, post);
    case "answer":
      return postReply(ctx, { ...post, parentId: replyId });
    case "delete":
      return deleteReply(asStaff, { number, replyId });
    case "restore":
    case "hold":
    case "release":
      return moderate(number, replyId, what);
    case "affected":
      return setAffected(ctx, { number });
    case "unaffected":
      return unsetAffected(ctx, { number });
    case "accept":
      return acceptSolution(asStaff, { number, replyId });
    case "withdraw":
      return withdrawSolution(asStaff, { number });
  }
}

async function moderate(
  number: number,
  replyId: number,
  what: "restore" | "hold" | "release",
): Promise<void> {
  await inTransaction(contextFor(platform, staff), async (tx) => {
    const topic = await takeTopic(tx, { number });
    const reply = await takeReply(tx, topic, replyId);
    if (what === "hold") await holdReply(tx, topic, reply, "test");
    else if (what === "release") await releaseReply(tx, topic, reply);
    else if (reply.deletedAt) await putBackReply(tx, topic, reply);
  });
}

async function expectExactCounts(topicId: number): Promise<void> {
  const topic = await db.topic.findUniqueOrThrow({ where: { id: topicId }, include: { replies: true } });
  const standing = topic.replies.filter(({ deletedAt, heldAt }) => !deletedAt && !heldAt);
  expect(topic.replyCount).toBe(standing.length);
  expect(topic.affectedCount).toBe(await db.affected.count({ where: { topicId } }));
  expect(topic.childCount).toBe(topic.replies.filter(({ depth }) => depth === 1).length);
  for (const { path, descendantCount } of topic.replies) {
    const below = standing.filter((other) => other.path > path && other.path < endOfBranch(path));
    expect(descendantCount).toBe(below.length);
  }
  const solution = topic.replies.find(({ id }) => id === topic.solutionId);
  if (topic.solutionId) expect(solution).toMatchObject({ deletedAt: null });
  expect(topic.solutionId !== null).toBe(topic.status === "solved");
  expect(topic.solvedAt !== null).toBe(topic.status === "solved");
}

async function expectExactMemberCounts(): Promise<void> {
  for (const { id } of [...members, staff]) {
    const member = await db.member.findUniqueOrThrow({ where: { id } });
    expect(member.replyCount).toBe(
      await db.reply.count({ where: { authorId: id, deletedAt: null, heldAt: null } }),
    );
    expect(member.topicCount).toBe(await db.topic.count({ where: { authorId: id, deletedAt: null } }));
  }
}
