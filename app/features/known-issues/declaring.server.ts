import { linkTopics } from "~/features/changelog/linking.server";
import type { MemberContext, Tx } from "~/features/members/context";
import type { KnownIssueState } from "~/features/topics/known-issue";
import { changeStatus } from "~/features/topics/status.server";
import { type TakenTopic, takeTopic } from "~/features/topics/taking.server";
import { prepareText } from "~/features/topics/text.server";
import { addTimelineEntry } from "~/features/topics/timeline.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { knownIssueEdited } from "./events";
import { forgetIncidents } from "./incidents.server";
import type { KnownIssueInput } from "./input";
import { mayTellOfKnownIssues } from "./policy";

type Refusal = "changed-meanwhile" | "announcement-gone";

/**
 * Turns a problem into a known issue, or says anew what the team knows of it: all of it in one act, told in the timeline.
 * Fixing it here makes the topic solved and tells those affected once; any earlier state opens it again.
 */
export async function saveKnownIssue(
  ctx: MemberContext,
  { number, ...input }: KnownIssueInput & { number: number },
): Promise<Outcome<{ slug: string }, Refusal>> {
  if (!mayTellOfKnownIssues(ctx.actor)) throw new Forbidden("known-issue.tell");
  const { bodyHtml, rendererVersion } = await prepareText(ctx, { body: input.workaround });
  const outcome = await inTransaction(ctx, async (tx) => {
    const topic = await takeProblem(tx, number);
    const topicId = topic.id;
    const before = await tx.db.knownIssue.findUnique({ where: { topicId } });
    if ((before?.version ?? 0) !== input.version) return refused("changed-meanwhile");
    const announcementId = input.announcement ?? null;
    if (announcementId !== null && announcementId !== before?.announcementId) {
      if (!(await isLinkable(tx, announcementId))) return refused("announcement-gone");
      await linkTopics(tx, { announcementId, topicIds: [topicId] }, { isQuiet: true });
    }
    await moveTo(tx, topic, input.state, announcementId ?? undefined);
    const { summary, workaround, versions } = input;
    const isFixed = input.state === "fixed";
    const now = {
      ...{ summary, workaround, versions, announcementId },
      isUrgent: input.urgent && !isFixed,
      nextUpdateAt: isFixed ? null : input["next-update"],
    };
    await tx.db.knownIssue.update({
      where: { topicId },
      data: {
        ...now,
        ...{ workaroundHtml: bodyHtml, rendererVersion, state: input.state },
        editedAt: tx.clock.now(),
        version: { increment: 1 },
      },
    });
    const changes = changed(before, { ...now, state: input.state });
    if (before && changes.fields.length > 0) {
      await addTimelineEntry(tx, { topicId, type: "known-issue", data: changes, actorId: tx.actor.id });
    }
    await appendEvent(tx, knownIssueEdited(topicId));
    return done({ slug: topic.slug });
  });
  forgetIncidents(ctx);
  return outcome;
}

/** It is no known issue: the problem stays, acknowledged. What was said of it is kept for the day it becomes one again. */
export async function takeBackKnownIssue(
  ctx: MemberContext,
  { number }: { number: number },
): Promise<{ slug: string }> {
  if (!mayTellOfKnownIssues(ctx.actor)) throw new Forbidden("known-issue.tell");
  const slug = await inTransaction(ctx, async (tx) => {
    const topic = await takeProblem(tx, number);
    if (topic.status !== "known-issue") return topic.slug;
    await changeStatus(tx, { topicId: topic.id, to: "acknowledged", actorId: tx.actor.id });
    return topic.slug;
  });
  forgetIncidents(ctx);
  return { slug };
}

/** In somebody's transaction: the status of the topic follows what the team says of it. */
export async function moveTo(
  tx: Tx<MemberContext>,
  { id: topicId, status }: Pick<TakenTopic, "id" | "status">,
  state: KnownIssueState,
  announcementId?: number,
): Promise<void> {
  const actorId = tx.actor.id;
  const isFixedAlready =
    status === "solved" &&
    (await tx.db.knownIssue.count({ where: { topicId, fixedAt: { not: null } } })) === 1;
  if (state === "fixed" && isFixedAlready) return;
  if (status !== "known-issue") await changeStatus(tx, { topicId, to: "known-issue", actorId });
  if (state === "fixed") await changeStatus(tx, { topicId, to: "solved", actorId, announcementId });
}

export async function takeProblem(tx: Tx<MemberContext>, number: number): Promise<TakenTopic> {
  const topic = await takeTopic(tx, { number });
  if (topic.kind !== "problem" || topic.deletedAt) throw new NotFound("problem");
  return topic;
}

/** A draft may be named: the page shows it from the day it is published. */
async function isLinkable(tx: Tx, id: number): Promise<boolean> {
  return (await tx.db.announcement.count({ where: { id, status: { not: "withdrawn" } } })) === 1;
}

const told = [
  "state",
  "summary",
  "workaround",
  "versions",
  "isUrgent",
  "nextUpdateAt",
  "announcementId",
] as const;

type Told = Partial<Record<(typeof told)[number], string | number | boolean | Date | null>>;

/** Names of what is another one now, for the timeline; the state with its word. */
function changed(before: Told | null, now: Told & { state: KnownIssueState }) {
  const fields = told.filter((name) => plain(before?.[name]) !== plain(now[name]));
  return { fields, ...(fields.includes("state") && { state: now.state }) };
}

function plain(value: Told[keyof Told]): string {
  return value instanceof Date ? value.toISOString() : String(value ?? "");
}
