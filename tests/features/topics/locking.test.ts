import { expect, test } from "vitest";
import { setFollow } from "~/features/topics/following.server";
import { lockTopic, unlockTopic } from "~/features/topics/locking.server";
import { moveTopic } from "~/features/topics/moving.server";
import { getTopic } from "~/features/topics/reading.server";
import { postReply } from "~/features/topics/replying.server";
import { Forbidden } from "~/platform/errors";
import { refused } from "~/platform/outcome";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { aDiscussion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const mei = await aMember(platform, { name: "mei" });
const staff = await aMember(platform, { role: "staff", displayName: "Jonas" });
const as = (actor: typeof mei) => contextFor(platform, actor);

test("staff end a conversation with a reason everybody reads, and open it again", async () => {
  const { number } = await aDiscussion(platform, { author: mei });
  await lockTopic(as(staff), { number, reason: "Continued elsewhere" });
  await lockTopic(as(staff), { number, reason: "again" });
  const locked = await getTopic(as(mei), number);
  expect(locked.lockedAt).toEqual(platform.clock.now());
  expect(locked.timeline.slice(1)).toMatchObject([
    { type: "locked", data: { text: "Continued elsewhere" }, actor: { displayName: "Jonas" } },
  ]);
  const reply = { number, body: "still here", attachmentIds: [], submission: "" };
  expect(await postReply(as(mei), reply)).toEqual(refused("locked"));
  await unlockTopic(as(staff), { number });
  expect(await postReply(as(mei), reply)).toMatchObject({ ok: true });
});

test("a topic moved to another area keeps its address and says so", async () => {
  const from = await anArea(platform);
  const to = await anArea(platform);
  const topic = await aDiscussion(platform, { author: mei, areaId: from.id });
  expect(await moveTopic(as(staff), { number: topic.number, area: to.slug })).toEqual({
    ok: true,
    slug: topic.slug,
  });
  const moved = await getTopic(as(mei), topic.number);
  expect(moved.area.slug).toBe(to.slug);
  expect(moved.timeline.at(-1)).toMatchObject({
    type: "moved",
    data: { fromAreaId: from.id, toAreaId: to.id },
  });
  expect(await moveTopic(as(staff), { number: topic.number, area: "no-such" })).toEqual(
    refused("area-unknown"),
  );
});

test("members neither lock nor move, not even what is theirs", async () => {
  const { number } = await aDiscussion(platform, { author: mei });
  const { slug } = await anArea(platform);
  await expect(lockTopic(as(mei), { number, reason: "" })).rejects.toThrow(Forbidden);
  await expect(unlockTopic(as(mei), { number })).rejects.toThrow(Forbidden);
  await expect(moveTopic(as(mei), { number, area: slug })).rejects.toThrow(Forbidden);
});

test("who asked for silence stays in silence, whatever else they do", async () => {
  const sam = await aMember(platform);
  const { number } = await aDiscussion(platform, { author: mei });
  await setFollow(as(sam), { number, level: "following" });
  await setFollow(as(sam), { number, level: "muted" });
  await postReply(as(sam), { number, body: "one more thing", attachmentIds: [], submission: "" });
  expect((await getTopic(as(sam), number)).mine?.follow?.level).toBe("muted");
  await Promise.all(Array.from({ length: 8 }, () => setFollow(as(sam), { number, level: "following" })));
  expect((await getTopic(as(sam), number)).mine?.follow?.level).toBe("following");
});
