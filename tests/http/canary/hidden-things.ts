import { randomUUID } from "node:crypto";
import { closeAccount } from "~/features/auth/closing-account.server";
import { editAnnouncement } from "~/features/changelog/editing.server";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { scheduleAnnouncement } from "~/features/changelog/scheduling.server";
import { systemContext } from "~/features/members/context";
import { addNote } from "~/features/notes/writing.server";
import { askForCopy } from "~/features/own-data/asking.server";
import { eraseDueAccounts } from "~/features/own-data/erasing.server";
import { saveReply } from "~/features/saved-replies/managing.server";
import { castVote } from "~/features/suggestions/voting.server";
import { setBookmark } from "~/features/topics/bookmarking.server";
import { saveDraft } from "~/features/topics/drafts.server";
import { days } from "~/platform/clock/clock";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import type { TestPlatform } from "../../setup/platform";
import { drainOutbox } from "~/wiring/draining.server";
import { type Scenery, stranger, textsOf } from "./hidden-posts";

export interface HiddenThings {
  announcements: { unpublished: string[]; withdrawn: string };
  copy: string;
  bookmark: number;
}

/** What is for somebody alone or for the team: texts, notes, names, addresses. */
export async function makeHiddenThings(
  platform: TestPlatform,
  scenery: Scenery & { admin: Scenery["staff"] },
): Promise<HiddenThings> {
  const { open, staff, admin, word } = scenery;
  const { db } = platform;
  const { number } = open.problem;
  const team = contextFor(platform, staff);
  await addNote(team, { number, body: word("an internal note"), submission: randomUUID() });
  await saveReply(contextFor(platform, admin), {
    ...{ name: `Saved ${word("name of a saved reply")}`, version: 0 },
    texts: { en: word("text of a saved reply"), "zh-CN": word("Chinese text of a saved reply") },
  });
  await anOfficialReply(platform, open.wish, {
    ...{ author: staff, body: "Nobody needs to be told.", quietReason: word("why nobody was told") },
  });

  const hermit = await stranger(platform, scenery, "who reads and votes");
  const own = contextFor(platform, hermit);
  await setBookmark(own, { number });
  const bookmark = await db.bookmark.findFirstOrThrow({ orderBy: { id: "desc" } });
  await db.bookmark.update({ where: { id: bookmark.id }, data: { note: word("note of a bookmark") } });
  await saveDraft(own, {
    ...{ form: { type: "suggestion" }, stamp: "", writer: randomUUID() },
    fields: [
      ["title", word("title of a draft")],
      ["body", word("body of a draft")],
    ],
  });
  await castVote(own, { number: open.wish.number });
  await db.member.update({ where: { id: hermit.id }, data: { votesHiddenAt: platform.clock.now() } });
  await askForCopy(own);
  const { key } = await db.dataExport.findFirstOrThrow({ where: { memberId: hermit.id } });
  return { announcements: await announcements(platform, scenery), copy: key, bookmark: bookmark.id };
}

async function announcements(
  platform: TestPlatform,
  scenery: Scenery,
): Promise<HiddenThings["announcements"]> {
  const { open, staff, word } = scenery;
  const team = contextFor(platform, staff);
  const topics = [open.wish.number];
  const entry = (status: "draft" | "withdrawn", what: string) =>
    anAnnouncement(platform, {
      ...{ author: staff, topics, status, release: word(`release of ${what}`) },
      ...textsOf(scenery, what),
    });
  const draft = await entry("draft", "a drafted announcement");
  const withdrawn = await entry("withdrawn", "a withdrawn announcement");
  const scheduled = await entry("draft", "a scheduled announcement");
  await scheduleAnnouncement(team, {
    ...{ slug: scheduled.slug, version: 1, settle: false, timeZone: "UTC" },
    at: new Date(platform.clock.now().getTime() + days(60)),
    reply: word("reply of a scheduled announcement"),
  });
  // What stood in the draft of one that is public was never said.
  const { slug } = await anAnnouncement(platform, {
    ...{ author: staff, status: "draft", title: "Out now", body: word("draft of a public announcement") },
  });
  const text = {
    title: "Out now",
    body: "It is out.",
    release: "",
    labels: [],
    topics: [],
    attachmentIds: [],
  };
  await editAnnouncement(team, { ...text, slug, version: 1 });
  platform.clock.advance(1_000);
  await publishAnnouncement(team, { slug, version: 2, settle: false });
  return { unpublished: [draft.slug, scheduled.slug], withdrawn: withdrawn.slug };
}

/** Somebody who left with everything they wrote, and is gone by now. */
export async function makeErased(platform: TestPlatform, { open, area, word }: Scenery): Promise<void> {
  const leaver = await aMember(platform, {
    displayName: `Name ${word("name of an erased member")}`,
    email: `${word("address of an erased member")}@members.test`,
    bio: word("words of an erased member about themselves"),
  });
  const topic = await aDiscussion(platform, {
    author: leaver,
    areaId: area.id,
    ...textsOf({ word }, "an erased topic"),
  });
  await aReply(platform, topic, { author: open.mei, body: "An answer stays." });
  await aReply(platform, open.problem, { author: leaver, body: word("an erased reply") });
  await closeAccount(contextFor(platform, leaver), { name: leaver.name, keepsPosts: false });
  platform.clock.advance(days(8));
  await drainOutbox(platform, () => {});
  await eraseDueAccounts(systemContext(platform));
}
