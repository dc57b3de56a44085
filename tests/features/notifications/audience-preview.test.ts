import { expect, test } from "vitest";
import { noteHardBounce } from "~/features/mailing/bounces.server";
import { previewAudience } from "~/features/notifications/previewing-audience.server";
import { saveNoticeSettings } from "~/features/notifications/settings.server";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { castVote } from "~/features/suggestions/voting.server";
import { setFollow } from "~/features/topics/following.server";
import { Forbidden } from "~/platform/errors";
import { insertRows } from "~/platform/db/insert-rows.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { aSuggestion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { aReader, addressOf, mailing } from "./mails";

const platform = await testPlatform();
const { db, clock } = platform;
const staff = contextFor(platform, await aMember(platform, { role: "staff" }));
const settings = { isMailMuted: false, digest: "weekly" as const, digestHour: 9, digestDay: 1 };

test("the preview counts exactly who is then told and mailed, and says why the others are not", async () => {
  const [first, second] = [await aSuggestion(platform), await aSuggestion(platform)];
  const { id, slug } = await anAnnouncement(platform, {
    status: "draft",
    topics: [first.number, second.number],
  });
  const before = await previewAudience(staff, id);
  const someone = async (does: (ctx: ReturnType<typeof contextFor>) => Promise<unknown>, isKnown = true) => {
    const member = isKnown ? await aReader(platform) : await aMember(platform);
    const ctx = contextFor(platform, member);
    await does(ctx);
    return member;
  };
  const votes = (ctx: ReturnType<typeof contextFor>) => castVote(ctx, { number: first.number });
  const follows = (ctx: ReturnType<typeof contextFor>) =>
    setFollow(ctx, { number: second.number, level: "following" });
  const choosing =
    (chosen: Partial<Parameters<typeof saveNoticeSettings>[1]>) =>
    async (ctx: ReturnType<typeof contextFor>) => {
      await votes(ctx);
      await saveNoticeSettings(ctx, { ...settings, choices: {}, ...chosen });
    };

  await someone(votes);
  await someone(async (ctx) => {
    await votes(ctx);
    await follows(ctx);
  });
  await someone(follows);
  await someone(votes, false);
  const bounced = await someone(votes);
  for (let index = 0; index < 3; index++)
    await noteHardBounce(platform, { address: addressOf(bounced), reason: "550" });
  await someone(choosing({ isMailMuted: true }));
  await someone(choosing({ choices: { announcement: { mail: false } } }));
  await someone(choosing({ choices: { announcement: { app: false, mail: false } } }));
  await someone(async (ctx) => {
    await votes(ctx);
    await setFollow(ctx, { number: first.number, level: "muted" });
  });
  const suspended = await someone(votes);
  await db.member.update({ where: { id: suspended.id }, data: { suspendedAt: clock.now() } });
  const imported = await someone(votes);
  await db.member.update({ where: { id: imported.id }, data: { origin: "import" } });

  const preview = await previewAudience(staff, id);
  expect(preview).toMatchObject({
    told: before.told + 7,
    mailed: before.mailed + 3,
    byReason: { voted: before.byReason.voted + 6, follows: before.byReason.follows + 1 },
    appOnly: { "no-address": before.appOnly["no-address"] + 1, bounced: 1, "no-mail": 2 },
    left: { muted: 1, away: 1, "not-an-account": 1, "chose-nothing": 1 },
  });
  expect(preview.sample).toHaveLength(preview.told);

  const post = mailing(platform);
  await publishAnnouncement(staff, { slug, version: 1, settle: true });
  await post.send();
  expect(await db.notice.count({ where: { announcementId: id } })).toBe(preview.told);
  expect(post.all).toHaveLength(preview.mailed);
});

test("it is for staff", async () => {
  const { id } = await anAnnouncement(platform, { status: "draft" });
  const mei = contextFor(platform, await aMember(platform));
  await expect(previewAudience(mei, id)).rejects.toBeInstanceOf(Forbidden);
});

test("ten thousand people cost two queries", async () => {
  const wish = await aSuggestion(platform);
  const { id } = await anAnnouncement(platform, { status: "draft", topics: [wish.number] });
  const now = clock.now();
  await inTransaction(staff, async (tx) => {
    const people = Array.from({ length: 10_000 }, (_none, index) => ({
      ...{ name: `crowd-${index}`, nameFolded: `crowd-${index}`, displayName: `Crowd ${index}` },
      ...{ email: `crowd-${index}@members.test`, emailVerifiedAt: now, createdAt: now },
    }));
    const made = await insertRows<{ id: number }>(tx, "Member", people, ["id"]);
    const follows = made.map((member) => ({
      ...{ memberId: member.id, topicId: wish.id, level: "following", reason: "chosen", createdAt: now },
    }));
    await insertRows(tx, "Follow", follows, []);
  });
  // What a running database does by itself within a minute of so many rows.
  await db.$executeRawUnsafe("ANALYZE");
  platform.queries.length = 0;
  const { mailed, sample } = await previewAudience(staff, id);
  expect([mailed, sample.length, platform.queries.length]).toEqual([10_000, 30, 2]);
}, 60_000);
