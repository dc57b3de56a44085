import { randomUUID } from "node:crypto";
import { storeUploads } from "~/features/attachments/taking.server";
import { suspendMember } from "~/features/auth/suspending.server";
import { postDiscussion } from "~/features/discussions/posting.server";
import { acceptSolution } from "~/features/discussions/solving.server";
import type { Actor } from "~/features/members/context";
import { appeal } from "~/features/moderation/appealing.server";
import { removePost } from "~/features/moderation/deciding.server";
import { flagPost } from "~/features/moderation/flagging.server";
import type { Area } from "~/features/site/area";
import { mergeSuggestion } from "~/features/suggestions/merging.server";
import { postSuggestion } from "~/features/suggestions/posting.server";
import { unmergeSuggestion } from "~/features/suggestions/unmerging.server";
import { deleteReply, deleteTopic } from "~/features/topics/deleting.server";
import { editReply, editTopic } from "~/features/topics/editing.server";
import { postReply } from "~/features/topics/replying.server";
import { aMember, longKnown } from "../../factories/members";
import { aPicture } from "../../factories/pictures";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import type { TestPlatform } from "../../setup/platform";
import type { Canaries } from "./canaries";
import { common, type Open } from "./open";

export interface Scenery {
  area: Area;
  open: Open;
  moderator: Actor;
  staff: Actor;
  word: Canaries["word"];
}

/** What makes the rules hold a newcomer's post. */
export const link = "https://exchange.example/";

export interface HiddenPosts {
  /** Numbers of topics that are not there for others, and replies that are not, each with the number of its topic. */
  topics: number[];
  suggestions: number[];
  replies: { number: number; id: number }[];
  files: string[];
}

/** Topics and replies, each hidden the way it happens, with words in whatever belongs to them. */
export async function makeHiddenPosts(platform: TestPlatform, scenery: Scenery): Promise<HiddenPosts> {
  const hidden: HiddenPosts = { topics: [], suggestions: [], replies: [], files: [] };
  for (const hide of [held, flagged, removed, takenBack, ofSomebodySuspended, merged])
    await hide(platform, scenery, hidden);
  return hidden;
}

type Hiding = (platform: TestPlatform, scenery: Scenery, hidden: HiddenPosts) => Promise<void>;

/** Somebody whose name and address are hidden words: a list of who spoke last would show them. */
export function stranger(
  platform: TestPlatform,
  { word }: Pick<Scenery, "word">,
  what: string,
  traits: Parameters<typeof aMember>[1] = longKnown(platform),
): Promise<Actor> {
  return aMember(platform, {
    displayName: `Name ${word(`name of ${what}`)}`,
    email: `${word(`address of ${what}`)}@members.test`,
    ...traits,
  });
}

export function textsOf({ word }: Pick<Scenery, "word">, what: string) {
  return {
    title: `The ${common} ${word(`title of ${what}`)}`,
    body: `An ${common} ${word(`body of ${what}`)}`,
  };
}

const held: Hiding = async (platform, scenery, hidden) => {
  const { area, open, word } = scenery;
  const by = await stranger(platform, scenery, "a newcomer", {});
  const ctx = contextFor(platform, by);
  const texts = (what: string) => {
    const { title, body } = textsOf(scenery, what);
    return { title, body: `${body} ${link}` };
  };
  const form = () => ({ area: area.slug, attachmentIds: [], submission: randomUUID() });
  await postDiscussion(ctx, { ...form(), ...texts("a held problem"), kind: "question", tags: ["swap"] });
  const { db } = platform;
  const topic = await db.topic.findFirstOrThrow({ orderBy: { id: "desc" } });
  await postSuggestion(ctx, { ...form(), ...texts("a held suggestion") });
  const wish = await db.topic.findFirstOrThrow({ orderBy: { id: "desc" } });
  hidden.topics.push(topic.number);
  hidden.suggestions.push(wish.number);
  const inside = await aReply(platform, topic, { author: by, body: word("reply in a held topic") });
  hidden.replies.push({ number: topic.number, id: inside.id });
  for (const at of [open.problem, open.wish]) {
    const stored = await storeUploads(
      ctx,
      [await aPicture({ name: `${word("file of a held reply")}.png`, width: 300 + at.id })],
      [word("alternative text of a held reply")],
    );
    const { id } = stored.attachments[0]!;
    const { body } = texts("a held reply");
    const posted = await postReply(ctx, {
      number: at.number,
      body,
      attachmentIds: [id],
      submission: randomUUID(),
    });
    const reply = await db.reply.findFirstOrThrow({ orderBy: { id: "desc" } });
    if (!posted.ok || !reply.heldAt || !topic.heldAt || !wish.heldAt) throw new Error("It should be held");
    hidden.files.push(id);
    hidden.replies.push({ number: at.number, id: reply.id });
    // What it said before must stay hidden as long as it is.
    await editReply(ctx, { number: at.number, replyId: reply.id, body: `${body} More.`, version: 1 });
  }
};

const flagged: Hiding = async (platform, scenery, hidden) => {
  const { area, open, word } = scenery;
  const by = await stranger(platform, scenery, "whoever was reported");
  const reporter = contextFor(platform, await stranger(platform, scenery, "a reporter"));
  const report = { reason: "secret", note: word("note of a report") } as const;
  const reply = await aReply(platform, open.problem, {
    author: by,
    body: textsOf(scenery, "a reported reply").body,
  });
  const topic = await aDiscussion(platform, {
    author: by,
    areaId: area.id,
    ...textsOf(scenery, "a reported topic"),
  });
  await editTopic(contextFor(platform, by), {
    ...textsOf(scenery, "a reported topic after its change"),
    ...{ number: topic.number, version: 1 },
  });
  await flagPost(reporter, { number: open.problem.number, replyId: reply.id, ...report });
  await flagPost(reporter, { number: topic.number, ...report });
  const solved = await aDiscussion(platform, {
    author: open.mei,
    areaId: area.id,
    title: `A lost ${common}`,
  });
  const { body } = textsOf(scenery, "a reported solution");
  const solution = await aReply(platform, solved, { author: by, body });
  const { number } = solved;
  await acceptSolution(contextFor(platform, open.mei), { number, replyId: solution.id });
  await flagPost(reporter, { number, replyId: solution.id, ...report });
  hidden.replies.push({ number, id: solution.id });
  hidden.replies.push({ number: open.problem.number, id: reply.id });
  hidden.topics.push(topic.number);
};

const removed: Hiding = async (platform, scenery, hidden) => {
  const { area, open, moderator, word } = scenery;
  const by = await stranger(platform, scenery, "whose posts were removed");
  const ctx = contextFor(platform, moderator);
  const reason = () => ({ reason: "other", note: word("reason of a removal") }) as const;
  const reply = await aReply(platform, open.wish, {
    author: by,
    body: textsOf(scenery, "a removed reply").body,
  });
  const topic = await aSuggestion(platform, {
    author: by,
    areaId: area.id,
    ...textsOf(scenery, "a removed topic"),
  });
  await removePost(ctx, { number: open.wish.number, replyId: reply.id, ...reason() });
  await removePost(ctx, { number: topic.number, ...reason() });
  const decision = await platform.db.moderationDecision.findFirstOrThrow({ where: { replyId: reply.id } });
  await appeal(contextFor(platform, by), { decisionId: decision.id, text: word("text of an appeal") });
  hidden.replies.push({ number: open.wish.number, id: reply.id });
  hidden.suggestions.push(topic.number);
};

const takenBack: Hiding = async (platform, scenery, hidden) => {
  const { area, open, word } = scenery;
  const by = await stranger(platform, scenery, "who took posts back");
  const ctx = contextFor(platform, by);
  const { number } = open.problem;
  const body = textsOf(scenery, "a deleted reply").body;
  const stored = await storeUploads(ctx, [
    await aPicture({ name: `${word("file of a deleted reply")}.png` }),
  ]);
  const attachmentIds = stored.attachments.map(({ id }) => id);
  await postReply(ctx, { number, body, attachmentIds, submission: randomUUID() });
  const reply = await platform.db.reply.findFirstOrThrow({ orderBy: { id: "desc" } });
  await editReply(ctx, {
    number,
    replyId: reply.id,
    body: word("a deleted reply after its change"),
    version: 1,
  });
  const topic = await aDiscussion(platform, {
    author: by,
    areaId: area.id,
    ...textsOf(scenery, "a deleted topic"),
  });
  await deleteReply(ctx, { number, replyId: reply.id });
  await deleteTopic(ctx, { number: topic.number });
  hidden.files.push(...attachmentIds);
  hidden.replies.push({ number, id: reply.id });
  hidden.topics.push(topic.number);
};

/** Hidden by the worker, part by part, after the suspension. */
const ofSomebodySuspended: Hiding = async (platform, scenery, hidden) => {
  const { area, open, moderator, word } = scenery;
  const by = await stranger(platform, scenery, "somebody suspended");
  const reply = await aReply(platform, open.problem, {
    author: by,
    body: textsOf(scenery, "a suspended reply").body,
  });
  // Something stands below it, so its place stays.
  await aReply(platform, open.problem, { author: open.mei, parentId: reply.id, body: `No ${common} there.` });
  const topic = await aSuggestion(platform, {
    author: by,
    areaId: area.id,
    ...textsOf(scenery, "a suspended topic"),
  });
  await suspendMember(contextFor(platform, moderator), {
    ...{ name: by.name, length: "lifted", reason: "other", hidesPosts: true },
    note: word("note of a suspension"),
  });
  hidden.suggestions.push(topic.number);
};

/** Of a suggestion that is part of another one now, and of one that is so no more. */
const merged: Hiding = async (platform, scenery, hidden) => {
  const { area, open, moderator, staff } = scenery;
  const by = await stranger(platform, scenery, "whose suggestion was merged");
  const team = contextFor(platform, staff);
  for (const isApart of [false, true]) {
    const source = await aSuggestion(platform, {
      ...{ author: by, areaId: area.id },
      ...textsOf(scenery, `a removed suggestion that was ${isApart ? "unmerged" : "merged"}`),
    });
    const reply = await aReply(platform, source, {
      ...{ author: by, body: textsOf(scenery, "a removed reply in a merged suggestion").body },
    });
    await mergeSuggestion(team, { number: source.number, into: open.wish.number });
    const spam = { reason: "spam", note: "" } as const;
    await removePost(contextFor(platform, moderator), { number: source.number, replyId: reply.id, ...spam });
    await removePost(contextFor(platform, moderator), { number: source.number, ...spam });
    if (isApart) await unmergeSuggestion(team, { number: source.number });
    hidden.replies.push({ number: source.number, id: reply.id });
    hidden.suggestions.push(source.number);
  }
};
