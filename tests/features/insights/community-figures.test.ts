import { beforeEach, describe, expect, test } from "vitest";
import { readCommunityFigures } from "~/features/insights/community-figures.server";
import { listLatestAnnouncements, listLatestLetters } from "~/features/insights/from-the-team.server";
import { days, hours } from "~/platform/clock/clock";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aSuggestion } from "../../factories/suggestions";
import { aDiscussion } from "../../factories/topics";
import { guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const nobody = guest(platform);
const staff = await aMember(platform, { role: "staff", displayName: "Mara", title: "Support lead" });
const ago = (milliseconds: number) => new Date(platform.clock.now().getTime() - milliseconds);

beforeEach(async () => {
  await platform.db.topic.deleteMany();
  platform.clock.advance(10_000);
});

describe("the figures of a community", () => {
  test("are counted from what happened, and from nothing else", async () => {
    for (let made = 0; made < 10; made++) {
      const topic = await aDiscussion(platform, { createdAt: ago(days(3)) });
      const wait = hours(made < 9 ? made + 1 : 30);
      const firstOfficialAt = new Date(ago(days(3)).getTime() + wait);
      const status = made < 4 ? "solved" : made < 7 ? "investigating" : "open";
      const change = { firstOfficialAt, status, statusChangedAt: platform.clock.now() };
      await platform.db.topic.update({ where: { id: topic.id }, data: change });
    }
    await aDiscussion(platform, { kind: "experience", createdAt: ago(days(3)) });
    await aDiscussion(platform, { createdAt: ago(days(40)), status: "open" });
    await aSuggestion(platform);
    expect(await readCommunityFigures(nobody)).toEqual({
      medianWaitMs: hours(5.5),
      answeredInTime: { share: 0.9, outOf: 10 },
      openProblems: 7,
      problemsInWork: 3,
      settledThisMonth: 4,
      openSuggestions: 1,
    });
  });

  test("leave out the sample community and what nobody may see", async () => {
    await aDiscussion(platform, { origin: "sample" });
    await aDiscussion(platform, { heldAt: platform.clock.now() });
    await aDiscussion(platform, { deletedAt: platform.clock.now() });
    expect(await readCommunityFigures(nobody)).toMatchObject({ openProblems: 0, openSuggestions: 0 });
  });

  test("of an empty community claim nothing", async () => {
    expect(await readCommunityFigures(nobody)).toEqual({
      medianWaitMs: null,
      answeredInTime: null,
      openProblems: 0,
      problemsInWork: 0,
      settledThisMonth: 0,
      openSuggestions: 0,
    });
  });

  test("take one query, and none while they are fresh", async () => {
    platform.queries.length = 0;
    await readCommunityFigures(nobody);
    await readCommunityFigures(nobody);
    expect(platform.queries).toHaveLength(1);
  });
});

describe("from the team", () => {
  test("come the last letters in topics everybody can read, as plain text", async () => {
    const open = await aDiscussion(platform, { title: "Withdrawals wait for hours" });
    const hidden = await aDiscussion(platform);
    const { reference } = await anOfficialReply(platform, open, {
      author: staff,
      body: "# No transfer\n\nis *lost*.",
    });
    platform.clock.advance(1_000);
    await anOfficialReply(platform, hidden, { author: staff });
    await platform.db.topic.update({ where: { id: hidden.id }, data: { heldAt: platform.clock.now() } });
    expect(await listLatestLetters(nobody, { limit: 5 })).toMatchObject([
      {
        reference,
        author: { name: "Mara", title: "Support lead" },
        text: "No transfer is lost.",
        topic: { number: open.number, title: "Withdrawals wait for hours" },
      },
    ]);
  });

  test("come published announcements with how many people asked, and no drafts", async () => {
    const wish = await aSuggestion(platform, { voters: [staff] });
    await anAnnouncement(platform, { title: "Shipped today", release: "2.4.1", topics: [wish.number] });
    await anAnnouncement(platform, { title: "Not yet", status: "draft" });
    expect(await listLatestAnnouncements(nobody, { limit: 5 })).toMatchObject([
      { title: "Shipped today", release: "2.4.1", askedBy: 2 },
    ]);
  });
});
