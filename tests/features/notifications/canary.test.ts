import { afterAll, expect, test } from "vitest";
import { withdrawAnnouncement } from "~/features/changelog/withdrawing.server";
import { answerFeed } from "~/features/feeds/answering.server";
import { liveHub } from "~/features/live/hub.server";
import type { Actor } from "~/features/members/context";
import { digestJob } from "~/features/notifications/digests.server";
import { choicesOf, noticeTypes } from "~/features/notifications/notice";
import { listNotices } from "~/features/notifications/reading.server";
import { saveNoticeSettings } from "~/features/notifications/settings.server";
import { setFollow } from "~/features/topics/following.server";
import { days } from "~/platform/clock/clock";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aReply, aSuggestion, type TopicMade } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform, type TestPlatform } from "../../setup/platform";
import { aListener } from "../live/listener";
import { aReader, mailing } from "./mails";
import { tellEverybody } from "./telling";

const canary = "canary-7f3k";
const closing: (() => void)[] = [];
afterAll(() => closing.forEach((close) => close()));

interface Scene {
  platform: TestPlatform;
  staff: Actor;
  topic: TopicMade;
}
/** Writes the canary somewhere and answers how it is taken away again. */
type Hideable = (scene: Scene) => Promise<() => Promise<unknown>>;

const aReplyThat =
  (field: "heldAt" | "deletedAt"): Hideable =>
  async ({ platform, topic }) => {
    const { id } = await aReply(platform, topic, { body: canary });
    return () => platform.db.reply.update({ where: { id }, data: { [field]: platform.clock.now() } });
  };
const anOfficialReplyThat =
  (field: "heldAt" | "deletedAt"): Hideable =>
  async ({ platform, topic, staff }) => {
    const { id } = await anOfficialReply(platform, topic, { body: canary, author: staff });
    return () => platform.db.reply.update({ where: { id }, data: { [field]: platform.clock.now() } });
  };
const aTopicThat =
  (field: "heldAt" | "deletedAt"): Hideable =>
  async ({ platform, topic }) => {
    await platform.db.topic.update({ where: { id: topic.id }, data: { title: canary, excerpt: canary } });
    await aReply(platform, topic, { body: canary });
    const data = { [field]: platform.clock.now(), isListed: false };
    return () => platform.db.topic.update({ where: { id: topic.id }, data });
  };

const hideable: Record<string, Hideable> = {
  "a held reply": aReplyThat("heldAt"),
  "a deleted reply": aReplyThat("deletedAt"),
  "a held official reply": anOfficialReplyThat("heldAt"),
  "a deleted official reply": anOfficialReplyThat("deletedAt"),
  "a held topic": aTopicThat("heldAt"),
  "a deleted topic": aTopicThat("deletedAt"),
  "a withdrawn announcement": async ({ platform, staff, topic }) => {
    const traits = { author: staff, title: canary, body: canary, release: canary, topics: [topic.number] };
    const { slug } = await anAnnouncement(platform, traits);
    return () => withdrawAnnouncement(contextFor(platform, staff), { slug });
  },
  "a draft only staff see": async ({ platform, staff, topic }) => {
    await anAnnouncement(platform, {
      ...{ author: staff, title: canary, body: canary, status: "draft", topics: [topic.number] },
    });
    return () => Promise.resolve();
  },
};

const moments = ["before anybody was told", "between being told and the mail"] as const;
const cases = Object.keys(hideable).flatMap((what) => moments.map((when) => [what, when] as const));

test.each(cases)("%s, hidden %s, is in no mail, digest, notice, feed or stream", async (what, when) => {
  const { mails, notices, feeds, told } = await reached(what, when);
  expect({ mails, notices }).toEqual({ mails: [], notices: [] });
  expect(JSON.stringify({ feeds, told })).not.toContain(canary);
  for (const message of told) if (message.event === "topic") expect(message.data.came).toEqual([]);
});

test("the same that is not hidden is in all of them", async () => {
  const { mails, notices, feeds, told } = await reached("a held reply", moments[0], { isShown: true });
  // To the follower, to the author and in the digest.
  expect(mails).toHaveLength(3);
  // A digest names the topic and quotes nothing.
  expect(mails.filter(({ text }) => text.includes(canary))).toHaveLength(2);
  expect(notices).toHaveLength(2);
  expect(feeds.join()).toContain(canary);
  expect(told.filter((message) => message.event === "topic" && message.data.came.length === 1)).toHaveLength(
    3,
  );
});

/** Plays the scene, and answers everything that reached a follower by mail, one by digest, or anybody. */
async function reached(what: string, when: (typeof moments)[number], { isShown = false } = {}) {
  const platform = await testPlatform();
  closing.push(() => liveHub(platform).close());
  const { clock } = platform;
  const mails = mailing(platform);
  const staff = await aMember(platform, { role: "admin" });
  const topic = await aSuggestion(platform, { author: await aReader(platform) });
  const [byMail, byDigest] = [await aReader(platform), await aReader(platform)];
  for (const reader of [byMail, byDigest])
    await setFollow(contextFor(platform, reader), { number: topic.number, level: "following" });
  const choices = choicesOf(noticeTypes, (_type, channel) => channel !== "mail");
  await saveNoticeSettings(contextFor(platform, byDigest), {
    ...{ choices, isMailMuted: false, digest: "daily", digestHour: 9, digestDay: 1 },
  });
  await mails.send();
  mails.all.length = 0;
  const pages = [
    await aListener(platform, byMail, { topic: topic.number }),
    await aListener(platform, null, { topic: topic.number }),
    await aListener(platform, byDigest, { board: "suggestion" }),
  ];

  const hide = await hideable[what]!({ platform, staff, topic });
  if (when === "between being told and the mail") await tellEverybody(platform);
  if (!isShown) await hide();
  await liveHub(platform).poke();
  await mails.send();
  clock.advance(days(2));
  await digestJob.handle(platform, [{ id: 1, type: "job", payload: {}, attempts: 0 }]);
  await mails.send();
  await liveHub(platform).poke();

  const notices = [];
  for (const reader of [byMail, byDigest])
    notices.push(...(await listNotices(contextFor(platform, reader), null)).notices);
  const feeds = [];
  for (const name of ["all", "suggestions", "changelog", "official", `topic-${topic.number}`])
    for (const format of ["atom", "json"]) feeds.push(await feedOf(platform, `${name}.${format}`));
  const told = [];
  for (const page of pages) told.push(...(await page.soFar()));
  return { mails: mails.all, notices, feeds, told };
}

async function feedOf(platform: TestPlatform, file: string): Promise<string> {
  try {
    return await (await answerFeed(guest(platform), new Request(`http://x/feeds/${file}`), file)).text();
  } catch (error) {
    // Of a topic that is not there for everybody.
    expect(error).toMatchObject({ status: 404 });
    return "";
  }
}
