import { expect, test } from "vitest";
import { recipientsAtOnce } from "~/features/notifications/audience.server";
import { insertRows } from "~/platform/db/insert-rows.server";
import { leaseMs } from "~/platform/outbox/leasing.server";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { testPlatform } from "../../setup/platform";
import { tellEverybody } from "./telling";

const platform = await testPlatform();
const { db, clock } = platform;
const crowd = recipientsAtOnce * 2 + 30;

test("a large audience is told in parts, each member once, also by two workers and after one of them died", async () => {
  const topic = await aDiscussion(platform, { author: await aMember(platform) });
  const names = Array.from({ length: crowd }, (_, index) => `crowd-${index}`);
  const at = clock.now();
  const made = await insertRows<{ id: number }>(
    platform,
    "Member",
    names.map((name) => ({ name, nameFolded: name, displayName: name, createdAt: at })),
    ["id"],
  );
  await insertRows(
    platform,
    "Follow",
    made.map(({ id }) => ({ topicId: topic.id, memberId: id, reason: "asked", createdAt: at })),
    [],
  );
  await aReply(platform, topic, { author: await aMember(platform) });
  await Promise.all([tellEverybody(platform), tellEverybody(platform)]);
  expect(await db.notice.count({ where: { topicId: topic.id, type: "reply" } })).toBe(crowd + 1);

  // As a worker leaves it that was killed after a part was written and before it was marked as done.
  const part = await db.outbox.findFirstOrThrow({ where: { listener: "notices-fan-out" } });
  await db.outbox.update({
    where: { id: part.id },
    data: { finishedAt: null, leaseToken: "gone", leasedUntil: clock.now() },
  });
  clock.advance(leaseMs + 1_000);
  await tellEverybody(platform);
  expect(await db.notice.count({ where: { topicId: topic.id, type: "reply" } })).toBe(crowd + 1);
  expect(await db.outbox.count({ where: { finishedAt: null } })).toBe(0);
}, 60_000);
