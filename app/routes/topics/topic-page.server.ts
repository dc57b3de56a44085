import { randomUUID } from "node:crypto";
import { listAttachments } from "~/features/attachments/reading.server";
import { listAnnouncementsOfTopic } from "~/features/changelog/of-topic.server";
import { keepClaim } from "~/features/inbox/claiming.server";
import { listTeam, readHandling } from "~/features/inbox/handling.server";
import { mayClaim } from "~/features/inbox/policy";
import { readTargets } from "~/features/inbox/targets.server";
import { type ProblemFacts, whoActs } from "~/features/inbox/who-acts";
import type { Context } from "~/features/members/context";
import { listAnnouncementChoices } from "~/features/official/choosing.server";
import { listOfficial, type OfficialLetter } from "~/features/official/reading.server";
import { listSavedReplies } from "~/features/saved-replies/managing.server";
import { findSimilar } from "~/features/search/similar.server";
import { listAllAreas } from "~/features/site/areas.server";
import { readComposing } from "~/features/topics/composing.server";
import { readSite } from "~/features/site/settings.server";
import { listMergedReplies, type MergedReplies } from "~/features/suggestions/merged-replies.server";
import { maySeeVoters } from "~/features/suggestions/voters";
import { noteRead } from "~/features/topics/noting-read.server";
import { newsOf } from "~/features/topics/read-position";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { getTopic, type Topic } from "~/features/topics/reading.server";
import { listReplies } from "~/features/topics/reading-replies.server";
import { flatTrees } from "~/features/topics/reply-tree";
import { formDrafts } from "../drafts/form-draft.server";
import { calendarDayAt } from "~/platform/clock/calendar-day";
import type { TopicView } from "~/features/topics/topic-view";

const similarShown = 3;
const mergedRepliesShown = 15;
const noMergedReplies: MergedReplies = { threads: [], next: null };

interface Asked {
  number: number;
  slug: string;
  view: TopicView;
}

/**
 * All a topic's page shows. At most six queries for a guest and nine for anybody, the session among them; tests count.
 * `isElsewhere` says that the address names it wrongly, `isPastEnd` that there is no such page of its replies.
 */
export async function readTopicPage(ctx: Context, { number, slug, view }: Asked) {
  const topic = await getTopic(ctx, number);
  const isSurvivor = topic.mergedHere.length > 0;
  if (slug !== topic.slug) return { topic, isElsewhere: true as const, isPastEnd: false as const };
  const forms = {
    reply: { type: "reply", number, replyId: view.replyTo },
    official: { type: "official", number, replyId: view.replyTo },
  } as const;
  const [
    replies,
    letters,
    announcements,
    similar,
    merged,
    composing,
    choices,
    areas,
    site,
    targets,
    teamSide,
  ] = await Promise.all([
    listReplies(ctx, topic, view),
    listOfficial(ctx, topic.id),
    isAnnounced(topic) ? listAnnouncementsOfTopic(ctx, topic.id) : [],
    // What was similar enough was merged and stands in their place; whoever answers somebody has found the topic.
    isSurvivor || view.replyTo ? [] : similarTo(ctx, topic),
    isSurvivor
      ? listMergedReplies(ctx, { survivorId: topic.id, limit: mergedRepliesShown })
      : noMergedReplies,
    readComposing(ctx, {
      ...{ topicId: topic.id, replyId: view.replyTo, isQuoted: view.isQuoting },
      forms: Object.values(forms),
    }),
    listAnnouncementChoices(ctx),
    listAllAreas(ctx),
    readSite(ctx),
    readTargets(ctx),
    readTeamSide(ctx, topic.id),
  ]);
  const isPastEnd = replies.trees.length === 0 && (view.from ?? view.before) !== undefined;
  const own = [...flatTrees(replies.trees), ...(replies.solution ? [replies.solution] : [])];
  const shown = [...own, ...merged.threads.flatMap(({ trees }) => flatTrees(trees))];
  const withPictures = [
    ...shown,
    ...letters.map(({ replyId: id, attachmentCount }) => ({ id, attachmentCount })),
  ];
  const pictures = await listAttachments(ctx, {
    topicId: topic.attachmentCount > 0 ? topic.id : undefined,
    replyIds: [
      ...new Set(withPictures.flatMap(({ id, attachmentCount }) => (attachmentCount > 0 ? [id] : []))),
    ],
  });
  const now = ctx.clock.now();
  const today = calendarDayAt(now, site.timeZone);
  if (!isPastEnd)
    await noteRead(ctx, topic, own.map(({ id }) => id).concat(letters.map(({ replyId }) => replyId)));
  return {
    ...{
      topic,
      view,
      replies,
      letters,
      announcements,
      similar,
      merged,
      choices,
      areas,
      pictures,
      isPastEnd,
    },
    isElsewhere: false as const,
    actor: ctx.actor,
    answered: composing.answered,
    acts:
      topic.kind === "problem" && !topic.deletedAt ? whoActs(problemFacts(topic, letters), targets) : null,
    teamSide,
    drafts: ctx.actor && formDrafts(forms, composing.drafts, now),
    maySeeVoters: topic.board === "suggestion" && maySeeVoters(ctx.actor, site.votersSeenBy),
    submission: randomUUID(),
    canonical: ctx.config.origin + topicPath(topic.mergedInto ?? topic),
    news: topic.mine && newsOf(topic.mine.reading, now),
    now,
    today,
  };
}

/** What only staff see. Whoever of them reads the page goes on answering, if they said so. */
async function readTeamSide(ctx: Context, topicId: number) {
  if (!ctx.actor || !mayClaim(ctx.actor)) return null;
  const member = { ...ctx, actor: ctx.actor };
  const [handling, team, saved] = await Promise.all([
    readHandling(member, { topicId }),
    listTeam(ctx),
    listSavedReplies(ctx),
  ]);
  if (handling.claim?.by.id === ctx.actor.id) await keepClaim(member, { topicId });
  return { handling, team, saved: saved.map(({ id, name }) => ({ id, name })) };
}

function problemFacts(topic: Topic, letters: readonly OfficialLetter[]): ProblemFacts {
  const { status, statusChangedAt, createdAt, area, author, waits } = topic;
  const letter = letters.find(({ deletedAt }) => !deletedAt);
  return {
    ...{ status, statusChangedAt, createdAt, waits, areaId: area.id, isByTeam: author.isStaff },
    letter: letter ? { type: letter.type, at: letter.postedAt } : null,
  };
}

function isAnnounced({ timeline, knownIssue }: Topic): boolean {
  return timeline.some(({ type }) => type === "announced") || Boolean(knownIssue?.announcementId);
}

async function similarTo(ctx: Context, { number, title }: Topic) {
  const found = await findSimilar(ctx, { title, kinds: ["problem", "question", "experience", "suggestion"] });
  return found
    .filter((thing) => thing.number !== number)
    .slice(0, similarShown)
    .map(({ url, title: words, language, status }) => ({
      url,
      title: words,
      lang: langOf(language),
      status,
    }));
}
