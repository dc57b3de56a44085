import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { storeUploads } from "~/features/attachments/taking.server";
import { purgeOrphans } from "~/features/attachments/removing.server";
import { postDiscussion } from "~/features/discussions/posting.server";
import { systemContext } from "~/features/members/context";
import type { DraftForm } from "~/features/topics/draft-form";
import { discardDraft, maxDrafts, saveDraft } from "~/features/topics/drafts.server";
import { editTopic } from "~/features/topics/editing.server";
import { draftDays, purgeDrafts } from "~/features/topics/purging-drafts.server";
import { findDraft, listDrafts } from "~/features/topics/reading-drafts.server";
import { postReply } from "~/features/topics/replying.server";
import { days, hours } from "~/platform/clock/clock";
import { done, refused } from "~/platform/outcome";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { aPicture } from "../../factories/pictures";
import { aDiscussion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const area = await anArea(platform);
const newcomer = async () => contextFor(platform, await aMember(platform));
const suggestion: DraftForm = { type: "suggestion" };
const words = (title: string): [string, string][] => [
  ["title", title],
  ["body", "Because."],
];
const page = () => ({ stamp: "", writer: randomUUID() });

test("what was typed is there again when the form is opened, for its writer alone", async () => {
  const mei = await newcomer();
  const form: DraftForm = { type: "reply", number: 12, replyId: 345 };
  const saved = await saveDraft(mei, { form, fields: [["body", "半句话 …"]], ...page() });
  expect(saved).toMatchObject({ ok: true });
  expect(await findDraft(mei, form)).toMatchObject({ values: { body: "半句话 …" }, savedAt: clock.now() });
  expect(await findDraft(mei, { type: "reply", number: 12 })).toBeNull();
  for (const ctx of [await newcomer(), guest(platform)]) expect(await findDraft(ctx, form)).toBeNull();
  expect(await listDrafts(await newcomer())).toEqual([]);
});

test("a page that has not seen a newer draft is told of it, and writes over it only when it says so", async () => {
  const mei = await newcomer();
  const [desk, phone] = [page(), page()];
  const first = await saveDraft(mei, { form: suggestion, fields: words("At the desk"), ...desk });
  expect(first).toMatchObject({ ok: true });
  const begun = first.ok ? first.stamp : "";
  const second = await saveDraft(mei, {
    form: suggestion,
    fields: words("On the phone"),
    ...phone,
    stamp: begun,
  });
  expect(second).toMatchObject({ ok: true });
  const late = await saveDraft(mei, {
    form: suggestion,
    fields: words("Again at the desk"),
    ...desk,
    stamp: begun,
  });
  expect(late).toMatchObject({ ok: false, reason: "newer-draft", savedAt: clock.now() });
  expect(await findDraft(mei, suggestion)).toMatchObject({ values: { title: "On the phone" } });
  const seen = "stamp" in late ? late.stamp : "";
  expect(
    await saveDraft(mei, { form: suggestion, fields: words("Again at the desk"), ...desk, stamp: seen }),
  ).toMatchObject({ ok: true });
  expect(await findDraft(mei, suggestion)).toMatchObject({ values: { title: "Again at the desk" } });
});

test("two pages that begin at once keep one draft, and the other is told", async () => {
  const mei = await newcomer();
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, (_none, index) =>
      saveDraft(mei, { form: suggestion, fields: words(`Page ${index}`), ...page() }),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "newer-draft")).toHaveLength(5);
  expect(await db.draft.count({ where: { memberId: mei.actor.id } })).toBe(1);
});

test("posting takes the draft with it, and a save that comes late brings nothing back", async () => {
  const mei = await newcomer();
  const topic = await aDiscussion(platform);
  const form: DraftForm = { type: "reply", number: topic.number };
  const submission = randomUUID();
  const save = () => saveDraft(mei, { form, fields: [["body", "My answer"]], stamp: "", writer: submission });
  await save();
  const post = { number: topic.number, body: "My answer", attachmentIds: [], submission };
  const [posted] = await Promise.all([postReply(mei, post), save(), save()]);
  expect(posted).toMatchObject({ ok: true });
  expect(await save()).toEqual(refused("already-sent"));
  expect(await db.draft.count({ where: { memberId: mei.actor.id } })).toBe(0);
});

test("posting from a page that never saved takes the draft it was opened with, and no newer one", async () => {
  const mei = await newcomer();
  const form: DraftForm = { type: "discussion", kind: "question" };
  const first = await saveDraft(mei, { form, fields: words("How do I restore it?"), ...page() });
  const draft = first.ok ? first.stamp : "";
  const input = {
    kind: "question" as const,
    title: "How do I restore it?",
    body: "On the new phone.",
    area: area.slug,
  };
  const post = (stamp: string) =>
    postDiscussion(mei, { ...input, tags: [], attachmentIds: [], submission: randomUUID(), draft: stamp });
  await post(draft);
  expect(await findDraft(mei, form)).toBeNull();

  const second = await saveDraft(mei, { form, fields: words("How do I move it?"), ...page() });
  const begun = second.ok ? second.stamp : "";
  await saveDraft(mei, { form, fields: words("How do I move it safely?"), ...page(), stamp: begun });
  await post(begun);
  expect(await findDraft(mei, form)).toMatchObject({ values: { title: "How do I move it safely?" } });
});

test("a post that is refused leaves the draft where it was", async () => {
  const mei = await newcomer();
  const topic = await aDiscussion(platform, { lockedAt: clock.now() });
  const form: DraftForm = { type: "reply", number: topic.number };
  const submission = randomUUID();
  await saveDraft(mei, { form, fields: [["body", "Too late"]], stamp: "", writer: submission });
  const post = { number: topic.number, body: "Too late", attachmentIds: [], submission };
  expect(await postReply(mei, post)).toEqual(refused("locked"));
  expect(await findDraft(mei, form)).toMatchObject({ values: { body: "Too late" } });
});

test("an edit ends its draft, and sent twice is done once", async () => {
  const mei = await newcomer();
  const { number } = await aDiscussion(platform, { author: mei.actor, title: "Before the edit" });
  const form: DraftForm = { type: "edit", number };
  const submission = randomUUID();
  await saveDraft(mei, { form, fields: words("After the edit"), stamp: "", writer: submission });
  const edit = { number, title: "After the edit", body: "New words.", version: 1, submission };
  const outcomes = await Promise.all([editTopic(mei, edit), editTopic(mei, edit)]);
  expect(outcomes[0]).toEqual(done({ location: `/t/${number}/after-the-edit` }));
  expect(outcomes[1]).toEqual(outcomes[0]);
  expect(await editTopic(mei, { ...edit, submission: randomUUID() })).toEqual(refused("changed-meanwhile"));
  expect(await findDraft(mei, form)).toBeNull();
});

test("a form that was emptied has no draft any more, and a discarded one is gone", async () => {
  const mei = await newcomer();
  const mine = page();
  await saveDraft(mei, { form: suggestion, fields: words("Something"), ...mine });
  const emptied = [
    ["title", " "],
    ["area", area.slug],
  ] as [string, string][];
  expect(await saveDraft(mei, { form: suggestion, fields: emptied, ...mine })).toEqual(done({ stamp: "" }));
  expect(await findDraft(mei, suggestion)).toBeNull();
  await saveDraft(mei, { form: suggestion, fields: words("Something else"), ...mine });
  await discardDraft(await newcomer(), suggestion);
  expect(await findDraft(mei, suggestion)).not.toBeNull();
  await discardDraft(mei, suggestion);
  expect(await findDraft(mei, suggestion)).toBeNull();
});

test("nobody keeps more drafts than there is room for, nor one larger than any post", async () => {
  const mei = await newcomer();
  const saveReply = (number: number) =>
    saveDraft(mei, { form: { type: "reply", number }, fields: [["body", "text"]], ...page() });
  for (let number = 1; number <= maxDrafts; number++)
    expect(await saveReply(number)).toMatchObject({ ok: true });
  expect(await saveReply(maxDrafts + 1)).toEqual(refused("too-many-drafts"));
  const body = "x".repeat(200_001);
  expect(await saveDraft(mei, { form: suggestion, fields: [["body", body]], ...page() })).toEqual(
    refused("draft-too-large"),
  );
});

test("pictures wait with their draft and are cleared away when it ends", async () => {
  const mei = await newcomer();
  const stored = await storeUploads(mei, [
    await aPicture({ name: "first.png" }),
    await aPicture({ name: "loose.png" }),
  ]);
  const [kept, loose] = stored.attachments.map(({ id }) => id);
  await saveDraft(mei, {
    form: suggestion,
    fields: words("With a picture"),
    attachmentIds: [kept!],
    ...page(),
  });
  expect((await findDraft(mei, suggestion))?.values["kept-uploads"]).toContain(kept);

  clock.advance(hours(25));
  await purgeOrphans(systemContext(platform));
  expect(await db.attachment.findUnique({ where: { id: loose! } })).toBeNull();
  expect(await db.attachment.findUnique({ where: { id: kept! } })).not.toBeNull();

  await discardDraft(mei, suggestion);
  await purgeOrphans(systemContext(platform));
  expect(await db.attachment.findUnique({ where: { id: kept! } })).toBeNull();
});

test("the list says what each draft is about, and which one has lost its topic", async () => {
  const mei = await newcomer();
  const topic = await aDiscussion(platform, { title: "Swap stays pending" });
  const gone = await aDiscussion(platform, { title: "A secret of the moderators", deletedAt: clock.now() });
  for (const { number } of [topic, gone]) {
    clock.advance(1000);
    await saveDraft(mei, { form: { type: "reply", number }, fields: [["body", "Same here"]], ...page() });
  }
  expect(await listDrafts(mei)).toMatchObject([
    { form: { type: "reply", number: gone.number }, topic: null, isStranded: true, excerpt: "Same here" },
    {
      form: { type: "reply", number: topic.number },
      topic: { title: "Swap stays pending" },
      isStranded: false,
    },
  ]);
});

test("a draft nobody came back to is deleted after its time", async () => {
  const mei = await newcomer();
  await saveDraft(mei, { form: suggestion, fields: words("Long ago"), ...page() });
  clock.advance(days(draftDays) - 1000);
  await purgeDrafts(platform);
  expect(await findDraft(mei, suggestion)).not.toBeNull();
  clock.advance(2000);
  await purgeDrafts(platform);
  expect(await findDraft(mei, suggestion)).toBeNull();
});
