import type { Tx } from "~/features/members/context";
import { appendEvent } from "~/platform/outbox/append.server";
import { topicHeld, topicOpened } from "./events";
import { follow } from "./following.server";
import { setTags } from "./tagging.server";
import type { PreparedText } from "./text.server";
import { addTimelineEntry } from "./timeline.server";
import { topicSlug } from "./topic-slug";
import type { Board, Origin, TopicKind, TopicStatus } from "./topic";

export interface NewTopic {
  board: Board;
  kind: TopicKind;
  areaId: number;
  status: TopicStatus;
  text: PreparedText & { title: string };
  tagSlugs?: readonly string[];
  createdAt?: Date;
  /** The actor, unless somebody else wrote it. */
  author?: { id: number };
  origin?: Origin;
  /** The word for why it waits for somebody to look at it; see checking.server. */
  heldFor?: string | null;
}

export interface OpenedTopic {
  id: number;
  number: number;
  slug: string;
}

/**
 * Puts a new topic into its list: numbered, followed by its author, first entry of its timeline written. One that is held
 * is counted and announced when it is released.
 */
export async function openTopic(tx: Tx, input: NewTopic): Promise<OpenedTopic> {
  const { board, kind, areaId, status, text, origin = "posted", heldFor = null } = input;
  const authorId = input.author?.id ?? tx.actor?.id;
  if (authorId === undefined) throw new Error("A topic needs an author");
  const createdAt = input.createdAt ?? tx.clock.now();
  const { title, body, bodyHtml, excerpt, language, rendererVersion } = text;

  const number = await nextNumber(tx);
  const { id, slug } = await tx.db.topic.create({
    data: {
      number,
      board,
      kind,
      areaId,
      authorId,
      status,
      origin,
      createdAt,
      statusChangedAt: createdAt,
      lastActivityAt: createdAt,
      ...(heldFor && { heldFor, heldAt: createdAt, isListed: false }),
      slug: topicSlug(title),
      ...{ title, body, bodyHtml, excerpt, language, rendererVersion },
    },
    select: { id: true, slug: true },
  });
  if (input.tagSlugs?.length) await setTags(tx, id, input.tagSlugs);
  await addTimelineEntry(tx, { topicId: id, type: "opened", data: {}, actorId: authorId, createdAt });
  if (origin === "posted") await follow(tx, { topicId: id, memberId: authorId, reason: "author" });
  await tx.db.member.update({
    where: { id: authorId },
    data: { topicCount: { increment: heldFor ? 0 : 1 } },
  });
  await appendEvent(tx, heldFor ? topicHeld(id) : topicOpened(id, origin));
  return { id, number, slug };
}

/** Public numbers are given once and never again, whatever becomes of the topic. */
async function nextNumber(tx: Tx): Promise<number> {
  const [row] = await tx.db.$queryRaw<{ value: number | bigint }[]>`
    INSERT INTO "Sequence" ("name", "value") VALUES ('topic-number', 1)
    ON CONFLICT ("name") DO UPDATE SET "value" = "Sequence"."value" + 1 RETURNING "value"`;
  return Number(row!.value);
}
