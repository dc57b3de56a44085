import type { Actor } from "~/features/members/context";
import { openTopic } from "~/features/topics/opening.server";
import { insertReply } from "~/features/topics/replying.server";
import { changeStatus } from "~/features/topics/status.server";
import { prepareText } from "~/features/topics/text.server";
import type { DiscussionKind, Origin, TopicKind, TopicStatus } from "~/features/topics/topic";
import { inTransaction } from "~/platform/db/transaction.server";
import type { Platform } from "~/platform/platform";
import { contextFor } from "../setup/contexts";
import { anArea } from "./areas";
import { aMember } from "./members";

interface TopicTraits {
  title?: string;
  body?: string;
  author?: Actor;
  areaId?: number;
  status?: TopicStatus;
  tags?: readonly string[];
  createdAt?: Date;
  origin?: Origin;
  heldAt?: Date;
  deletedAt?: Date;
  lockedAt?: Date;
}

export interface TopicMade {
  id: number;
  number: number;
  slug: string;
  title: string;
  areaId: number;
  author: Actor;
}

let made = 0;

/** A problem unless another kind is asked for, opened the way people open one. */
export async function aDiscussion(
  platform: Platform,
  { kind = "problem", ...traits }: TopicTraits & { kind?: DiscussionKind } = {},
): Promise<TopicMade> {
  return aTopic(platform, kind, traits);
}

export async function aSuggestion(platform: Platform, traits: TopicTraits = {}): Promise<TopicMade> {
  return aTopic(platform, "suggestion", traits);
}

interface ReplyTraits {
  body?: string;
  author?: Actor;
  parentId?: number;
  createdAt?: Date;
  isOfficial?: boolean;
  deletedAt?: Date;
  heldAt?: Date;
  helpfulCount?: number;
}

/** A reply in the topic with this id. */
export async function aReply(
  platform: Platform,
  topic: { id: number },
  traits: ReplyTraits = {},
): Promise<{ id: number; path: string; depth: number; author: Actor }> {
  const {
    body = `Reply ${++made}`,
    author = await aMember(platform),
    deletedAt,
    heldAt,
    helpfulCount,
  } = traits;
  const ctx = contextFor(platform, author);
  const text = await prepareText(ctx, { body });
  const { parentId, createdAt, isOfficial } = traits;
  const reply = await inTransaction(ctx, (tx) =>
    insertReply(tx, { topicId: topic.id, text, parentId, createdAt, isOfficial }),
  );
  if (deletedAt || heldAt || helpfulCount) {
    await platform.db.reply.update({
      where: { id: reply.id },
      data: { deletedAt, heldAt, helpfulCount, importedHelpful: helpfulCount },
    });
  }
  return { ...reply, author };
}

async function aTopic(platform: Platform, kind: TopicKind, traits: TopicTraits): Promise<TopicMade> {
  const { author = await aMember(platform), areaId = (await anArea(platform)).id, status = "open" } = traits;
  const { tags, createdAt, origin, heldAt, deletedAt, lockedAt } = traits;
  const ctx = contextFor(platform, author);
  const text = await prepareText(ctx, {
    title: traits.title ?? `Topic number ${++made}`,
    body: traits.body ?? "What happened, in a sentence.",
  });
  const topic = await inTransaction(ctx, async (tx) => {
    const board = kind === "suggestion" ? "suggestion" : "discussion";
    const opened = await openTopic(tx, {
      ...{ board, kind, areaId, text, createdAt, origin },
      status: "open",
      tagSlugs: tags,
    });
    // Merging is an act of its own; here only its word is wanted.
    if (status === "merged") await tx.db.topic.update({ where: { id: opened.id }, data: { status } });
    else if (status !== "open")
      await changeStatus(tx, { topicId: opened.id, to: status, actorId: author.id });
    return opened;
  });
  if (heldAt || deletedAt || lockedAt) {
    const data = { heldAt, deletedAt, lockedAt, isListed: !heldAt && !deletedAt };
    await platform.db.topic.update({ where: { id: topic.id }, data });
  }
  return { ...topic, title: text.title, areaId, author };
}
