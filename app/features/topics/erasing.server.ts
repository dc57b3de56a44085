import { eraseRows } from "~/features/members/erase-rows";
import type { MemberContext, Tx } from "~/features/members/context";
import type { Erasure } from "~/features/members/own-data";
import { appendEvent, appendEvents } from "~/platform/outbox/append.server";
import { reactionWithdrawn, topicEdited, topicUnlisted } from "./events";
import { sumReactions } from "./reacting.server";
import type { ReactionKind, ReactionTarget } from "./reaction";
import { removeReply, removeTopic } from "./removing.server";
import { type TakenTopic, takeReply, takeTopic } from "./taking.server";

const textsAtOnce = 20;
const reactionsAtOnce = 50;
/** In the address of a topic whose words are gone. */
const removedSlug = "removed";
// In the language of the topic, because that is what stands around it.
const removedTitles: Readonly<Record<string, string>> = { zh: "作者已删除此主题" };
const removedTitle = "Removed by its author";

export const topicsErasures: readonly Erasure[] = [
  eraseRows("drafts", ["Draft.memberId"], (db, where, limit) => db.draft.deleteMany({ where, limit })),
  eraseRows("bookmarks", ["Bookmark.memberId"], (db, where, limit) =>
    db.bookmark.deleteMany({ where, limit }),
  ),
  eraseRows("follows", ["Follow.memberId"], (db, where, limit) => db.follow.deleteMany({ where, limit })),
  eraseRows("followed-areas", ["AreaFollow.memberId"], (db, where, limit) =>
    db.areaFollow.deleteMany({ where, limit }),
  ),
  eraseRows("reading", ["ReadPosition.memberId"], (db, where, limit) =>
    db.readPosition.deleteMany({ where, limit }),
  ),
  eraseRows("all-read", ["ReadHorizon.memberId"], (db, where) => db.readHorizon.deleteMany({ where })),
  eraseRows("visits", ["SectionVisit.memberId"], (db, where, limit) =>
    db.sectionVisit.deleteMany({ where, limit }),
  ),
  { name: "reactions", answersFor: ["Reaction.memberId"], eraseSome: withdrawReactions },
  { name: "replies", answersFor: ["Reply.authorId"], eraseSome: eraseReplies },
  { name: "topics", answersFor: ["Topic.authorId"], eraseSome: eraseTopics },
];

async function withdrawReactions(
  tx: Tx<MemberContext>,
  { memberId }: { memberId: number },
): Promise<boolean> {
  const found = await tx.db.reaction.findMany({
    where: { memberId },
    orderBy: { threadId: "asc" },
    take: reactionsAtOnce,
  });
  for (const { id, kind, threadId, topicId, replyId, announcementId } of found) {
    if (threadId !== null) await takeTopic(ofNobody(tx), { id: threadId });
    await tx.db.reaction.deleteMany({ where: { id } });
    const target = { topicId, replyId, announcementId };
    const [[column, of]] = Object.entries(target).filter(([, each]) => each !== null) as [[string, number]];
    await countReactions(tx, { [column]: of } as unknown as ReactionTarget);
    await appendEvent(
      tx,
      reactionWithdrawn({ [column]: of } as unknown as ReactionTarget, memberId, kind as ReactionKind),
    );
  }
  return found.length === reactionsAtOnce;
}

async function countReactions(tx: Tx<MemberContext>, target: ReactionTarget): Promise<void> {
  const reactions = await sumReactions(tx, target);
  if ("topicId" in target) await tx.db.topic.update({ where: { id: target.topicId }, data: { reactions } });
  else if ("replyId" in target) {
    const { importedHelpful } = await tx.db.reply.findUniqueOrThrow({ where: { id: target.replyId } });
    const helpfulCount = importedHelpful + (reactions.helpful ?? 0);
    await tx.db.reply.update({ where: { id: target.replyId }, data: { reactions, helpfulCount } });
  } else await tx.db.announcement.update({ where: { id: target.announcementId }, data: { reactions } });
}

/** The place of each stays, with what others hung below it; of the words nothing does, earlier ones included. */
async function eraseReplies(
  tx: Tx<MemberContext>,
  { memberId: authorId, keepsPosts }: { memberId: number; keepsPosts: boolean },
): Promise<boolean> {
  if (keepsPosts) return false;
  const found = await tx.db.reply.findMany({
    where: { authorId, isOfficial: false, OR: [{ deletedAt: null }, { body: { not: "" } }] },
    orderBy: { topicId: "asc" },
    take: textsAtOnce,
  });
  for (const { id, topicId } of found) {
    const topic = await takeTopic(ofNobody(tx), { id: topicId });
    const reply = await takeReply(ofNobody(tx), topic, id);
    if (!reply.deletedAt) await removeReply(tx, topic, reply);
    await tx.db.revision.deleteMany({ where: { replyId: id } });
    await tx.db.reply.update({ where: { id }, data: { body: "", bodyHtml: "", attachmentCount: 0 } });
  }
  return found.length === textsAtOnce;
}

/** Where others have answered, what they said stays readable under a heading that says what happened. */
async function eraseTopics(
  tx: Tx<MemberContext>,
  { memberId: authorId, keepsPosts }: { memberId: number; keepsPosts: boolean },
): Promise<boolean> {
  if (keepsPosts) return false;
  const found = await tx.db.topic.findMany({
    where: { authorId, NOT: { slug: removedSlug, body: "" } },
    orderBy: { id: "asc" },
    take: textsAtOnce,
    select: { id: true, language: true },
  });
  for (const { id, language } of found) await eraseTopic(tx, await takeTopic(ofNobody(tx), { id }), language);
  return found.length === textsAtOnce;
}

async function eraseTopic(tx: Tx<MemberContext>, topic: TakenTopic, language: string): Promise<void> {
  const { id, authorId } = topic;
  const others = await tx.db.reply.count({
    where: { topicId: id, authorId: { not: authorId }, deletedAt: null },
  });
  await tx.db.revision.deleteMany({ where: { topicId: id } });
  await tx.db.topic.update({
    where: { id },
    data: {
      ...{ title: removedTitles[language.slice(0, 2)] ?? removedTitle, slug: removedSlug },
      ...{ body: "", bodyHtml: "", excerpt: "", coverId: null, attachmentCount: 0, isListed: false },
    },
  });
  if (others === 0 && !topic.deletedAt) await removeTopic(tx, topic);
  else await appendEvents(tx, [topicEdited(id), topicUnlisted(id)]);
}

/** Nobody's permission is asked: what may not be read has to go as well. */
function ofNobody(tx: Tx<MemberContext>): Tx {
  return { ...tx, actor: null };
}
