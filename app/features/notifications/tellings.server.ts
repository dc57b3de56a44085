import type { Context } from "~/features/members/context";
import { leadsSince } from "~/features/members/former-names.server";
import type { Delivery } from "~/platform/outbox/listener";
import type { Telling } from "./fact";
import { ofDecision, ofHiding } from "./moderation-tellings.server";
import { minutesBetweenTold } from "~/features/topics/edit-telling";
import { minutes } from "~/platform/clock/clock";
import { mentionedIn } from "./mentioned";

const editsLookedAt = 100;

type Payload = Readonly<Record<string, unknown>>;

/**
 * Whom an event concerns, the strongest reason first: a member hears of one fact once, and the first telling wins. Reads the
 * present state; what is held, deleted or quiet concerns nobody yet.
 */
export async function tellingsOf(ctx: Context, { id, type, payload }: Delivery): Promise<Telling[]> {
  if (payload.quiet === true) return [];
  switch (type) {
    case "reply.posted":
    case "reply.released":
      return ofReply(ctx, numberIn(payload, "replyId"), { isNew: true });
    case "reply.edited":
      return ofReply(ctx, numberIn(payload, "replyId"), { isNew: false });
    case "official.posted":
      return ofOfficial(ctx, payload);
    case "official.edited":
      return ofOfficialEdit(ctx, payload);
    case "topic.opened":
    case "topic.edited":
    case "topic.released":
      return ofTopic(ctx, numberIn(payload, "topicId"));
    case "topic.status-changed":
      return ofStatus(ctx, payload, id);
    case "topic.solved":
      return ofSolution(ctx, payload);
    case "announcement.published":
    case "announcement.linked":
      return ofAnnouncement(numberIn(payload, "announcementId"));
    case "suggestion.merged":
      return ofMerge(payload);
    case "suggestion.vote-added":
      return ofVoteOnBehalf(payload);
    case "known-issue.fixed":
      return ofFix(ctx, payload);
    case "moderation.hidden":
      return ofHiding(ctx, numberIn(payload, "itemId"));
    case "moderation.decided":
      return ofDecision(ctx, numberIn(payload, "decisionId"), { wasHeld: payload.wasHeld === true });
    case "topic.assigned":
      return ofAssignment(ctx, payload);
    case "own-data.copy-ready":
      return ofCopy(payload);
    default:
      return [];
  }
}

/** Those it mentions, then those who follow. An edit tells only whom it newly mentions. */
async function ofReply(ctx: Context, replyId: number, { isNew }: { isNew: boolean }): Promise<Telling[]> {
  const reply = await ctx.db.reply.findUnique({
    where: { id: replyId },
    select: {
      topicId: true,
      authorId: true,
      bodyHtml: true,
      isOfficial: true,
      deletedAt: true,
      heldAt: true,
    },
  });
  if (!reply || reply.deletedAt || reply.heldAt) return [];
  // An official reply has an event of its own; of an edit of one those it mentions hear like of any other.
  if (reply.isOfficial && isNew) return [];
  const { topicId, authorId: actorId } = reply;
  const fact = { key: `reply:${replyId}`, topicId, replyId, actorId };
  return [
    ...(await mentions(ctx, { ...fact, bodyHtml: reply.bodyHtml })),
    ...(isNew
      ? [
          {
            fact: { ...fact, type: "reply" as const },
            audience: { of: "followers" as const, topicId, news: "reply" as const },
          },
        ]
      : []),
  ];
}

/** One act is one notice: for the reply, the status it set and the announcements it points to. */
async function ofOfficial(ctx: Context, payload: Payload): Promise<Telling[]> {
  const replyId = numberIn(payload, "replyId");
  const reply = await ctx.db.reply.findUnique({
    where: { id: replyId },
    select: { topicId: true, authorId: true, bodyHtml: true, deletedAt: true, heldAt: true, official: true },
  });
  if (!reply || reply.deletedAt || reply.heldAt) return [];
  const { topicId, authorId: actorId } = reply;
  const data: Record<string, string> = {};
  if (reply.official) data.type = reply.official.type;
  if (typeof payload.status === "string") data.status = payload.status;
  Object.assign(data, promisedIn(payload));
  const fact = { key: `reply:${replyId}`, topicId, replyId, actorId };
  return [
    { fact: { ...fact, type: "official", data }, audience: { of: "followers", topicId, news: "official" } },
    ...(await mentions(ctx, { ...fact, bodyHtml: reply.bodyHtml })),
  ];
}

/** Edits close to one another are one fact, named by the first of them. */
async function ofOfficialEdit(ctx: Context, payload: Payload): Promise<Telling[]> {
  const [replyId, version] = [numberIn(payload, "replyId"), numberIn(payload, "version")];
  const reply = await ctx.db.reply.findUnique({
    where: { id: replyId },
    select: {
      ...{ topicId: true, deletedAt: true, heldAt: true },
      revisions: {
        where: { telling: "told", version: { lte: version } },
        select: { version: true, createdAt: true, editorId: true },
        orderBy: { version: "desc" },
        take: editsLookedAt,
      },
    },
  });
  const [edit] = reply?.revisions ?? [];
  if (!reply || !edit || reply.deletedAt || reply.heldAt) return [];
  const { topicId, revisions } = reply;
  const gap = minutes(minutesBetweenTold);
  const last = revisions.findIndex(
    ({ createdAt }, at) => createdAt.getTime() - (revisions[at + 1]?.createdAt.getTime() ?? -Infinity) > gap,
  );
  const first = revisions[last] ?? revisions.at(-1)!;
  const key = `official-edit:${replyId}:${first.version}`;
  const fact = {
    key,
    type: "official" as const,
    topicId,
    replyId,
    actorId: edit.editorId,
    data: { edited: 1 },
  };
  return [{ fact, audience: { of: "followers", topicId, news: "official" } }];
}

/** What the same act did to a promise, so that its one notice says it. */
function promisedIn({ promise }: Payload): Record<string, string> {
  const { kind, dueOn } = (promise ?? {}) as Record<string, unknown>;
  if (typeof kind !== "string") return {};
  return { promise: kind, ...(typeof dueOn === "string" && { dueOn }) };
}

async function ofTopic(ctx: Context, topicId: number): Promise<Telling[]> {
  const topic = await ctx.db.topic.findUnique({ where: { id: topicId } });
  if (!topic || topic.deletedAt || topic.heldAt || topic.origin !== "posted") return [];
  return mentions(ctx, {
    ...{ key: `topic:${topicId}`, topicId, actorId: topic.authorId, bodyHtml: topic.bodyHtml },
  });
}

async function ofStatus(ctx: Context, payload: Payload, deliveryId: number): Promise<Telling[]> {
  const topicId = numberIn(payload, "topicId");
  const entry = await ctx.db.timelineEntry.findFirst({
    where: { topicId, type: "status" },
    orderBy: { id: "desc" },
    select: { id: true, data: true, actorId: true },
  });
  const said = (entry?.data ?? {}) as Record<string, unknown>;
  // Set back meanwhile, or told by what set it: an accepted solution, an announcement, a merge, an official reply.
  if (said.to !== payload.to || said.replyId || said.announcementId || said.to === "merged") return [];
  const data = { from: String(payload.from), to: String(payload.to) };
  const actorId = entry?.actorId ?? undefined;
  return [
    {
      fact: { key: `status:${entry?.id ?? deliveryId}`, type: "status", topicId, actorId, data },
      audience: { of: "followers", topicId, news: "official" },
    },
  ];
}

async function ofSolution(ctx: Context, payload: Payload): Promise<Telling[]> {
  const [topicId, replyId] = [numberIn(payload, "topicId"), numberIn(payload, "replyId")];
  const [topic, reply] = await Promise.all([
    ctx.db.topic.findUnique({ where: { id: topicId }, select: { solutionId: true, solvedById: true } }),
    ctx.db.reply.findUnique({ where: { id: replyId }, select: { authorId: true } }),
  ]);
  if (!topic || topic.solutionId !== replyId || !reply) return [];
  const actorId = topic.solvedById ?? undefined;
  const fact = { key: `solution:${replyId}`, type: "solution" as const, topicId, replyId, actorId };
  return [
    { fact: { ...fact, data: { own: 1 } }, audience: { of: "members", ids: [reply.authorId], topicId } },
    { fact, audience: { of: "followers", topicId, news: "official" } },
  ];
}

function ofAnnouncement(announcementId: number): Telling[] {
  const fact = { key: `announcement:${announcementId}`, type: "announcement" as const, announcementId };
  return [{ fact, audience: { of: "askers", announcementId } }];
}

/** Followers of both follow the one that lives on by now: each hears of it once. */
function ofMerge(payload: Payload): Telling[] {
  const [fromId, topicId] = [numberIn(payload, "topicId"), numberIn(payload, "intoId")];
  const actorId = typeof payload.memberId === "number" ? payload.memberId : undefined;
  const fact = {
    key: `merged:${fromId}:${topicId}`,
    type: "merged" as const,
    topicId,
    actorId,
    data: { fromId },
  };
  return [{ fact, audience: { of: "followers", topicId, news: "official" } }];
}

function ofVoteOnBehalf(payload: Payload): Telling[] {
  const [topicId, memberId] = [numberIn(payload, "topicId"), numberIn(payload, "memberId")];
  const actorId = typeof payload.addedById === "number" ? payload.addedById : undefined;
  const fact = { key: `vote:${topicId}`, type: "vote-on-behalf" as const, topicId, actorId };
  return [{ fact, audience: { of: "members", ids: [memberId], topicId: null } }];
}

/**
 * Everybody affected, once for each fix, with the question whether it is gone for them. One act is one notice: what a
 * letter fixed is told as that letter, what an announcement fixed by the announcement.
 */
async function ofFix(ctx: Context, payload: Payload): Promise<Telling[]> {
  if (typeof payload.announcementId === "number") return ofAnnouncement(payload.announcementId);
  const topicId = numberIn(payload, "topicId");
  const toldBefore = typeof payload.toldBefore === "string" ? payload.toldBefore : null;
  const replyId = typeof payload.replyId === "number" ? payload.replyId : undefined;
  const key = replyId ? `reply:${replyId}` : `fixed:${topicId}${toldBefore ? `:${toldBefore}` : ""}`;
  const reply = replyId
    ? await ctx.db.reply.findUnique({ where: { id: replyId }, select: { authorId: true } })
    : null;
  const fact = { key, type: "known-issue-solved" as const, topicId, replyId, actorId: reply?.authorId };
  return [{ fact, audience: { of: "waiting-for-fix", topicId, toldBefore } }];
}

/** Whoever is to see to it still: it may have been given to somebody else meanwhile. */
async function ofAssignment(ctx: Context, payload: Payload): Promise<Telling[]> {
  const [topicId, memberId] = [numberIn(payload, "topicId"), numberIn(payload, "memberId")];
  const owner = await ctx.db.topicOwner.findUnique({ where: { topicId }, select: { memberId: true } });
  if (owner?.memberId !== memberId) return [];
  const actorId = numberIn(payload, "assignedById");
  const fact = {
    key: `assigned:${topicId}:${String(payload.at)}`,
    type: "assigned" as const,
    topicId,
    actorId,
  };
  // Also to those who muted the topic: it is work, not news.
  return [{ fact, audience: { of: "members", ids: [memberId], topicId: null } }];
}

function ofCopy(payload: Payload): Telling[] {
  const [memberId, until] = [numberIn(payload, "memberId"), String(payload.until)];
  const fact = { key: `copy:${until}`, type: "copy" as const, data: { until } };
  return [{ fact, audience: { of: "members", ids: [memberId], topicId: null } }];
}

interface Mentioning {
  key: string;
  topicId: number;
  replyId?: number;
  actorId: number;
  bodyHtml: string;
}

async function mentions(ctx: Context, { bodyHtml, ...fact }: Mentioning): Promise<Telling[]> {
  const names = mentionedIn(bodyHtml);
  if (names.length === 0) return [];
  const members = await ctx.db.member.findMany({
    where: {
      OR: [
        { nameFolded: { in: names } },
        {
          nameChanges: {
            some: { kind: "name", fromFolded: { in: names }, changedAt: { gt: leadsSince(ctx) } },
          },
        },
      ],
    },
    select: { id: true },
  });
  if (members.length === 0) return [];
  const ids = members.map(({ id }) => id);
  return [{ fact: { ...fact, type: "mention" }, audience: { of: "members", ids, topicId: fact.topicId } }];
}

function numberIn(payload: Payload, name: string): number {
  const value = payload[name];
  if (typeof value !== "number") throw new Error(`An event without ${name}`);
  return value;
}
