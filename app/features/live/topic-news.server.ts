import type { Actor, Context } from "~/features/members/context";
import { votePath } from "~/features/suggestions/paths";
import { topicActionPath } from "~/features/topics/paths";
import { mayRead } from "~/features/topics/policy";
import type { Board } from "~/features/topics/topic";
import { asBoolean, asDate, asDateOrNull } from "~/platform/db/columns";
import type { TopicChange } from "./changes";
import type { TopicNews } from "./message";

/** What changed about a topic, with all that decides who may hear of it. */
export interface ChangedTopic {
  id: number;
  board: Board;
  /** For one reader; null when they may not read it, or nothing of it is for them. */
  newsFor(actor: Actor | null): TopicNews | null;
}

interface Hideable {
  authorId: number;
  createdAt: Date;
  deletedAt: Date | null;
  heldAt: Date | null;
}

const atOnce = 500;

/** Reads what is true now, right before it is told: two statements, however many listen. */
export async function readChangedTopics(
  ctx: Pick<Context, "rows">,
  changes: ReadonlyMap<number, TopicChange>,
): Promise<ChangedTopic[]> {
  const ids = [...changes.keys()].slice(-atOnce);
  if (ids.length === 0) return [];
  const topics = await ctx.rows<Record<string, unknown>>(
    `SELECT t."id", t."number", t."board", t."status", t."isListed", t."authorId", t."createdAt", t."deletedAt", t."heldAt",
            t."voteCount", t."affectedCount"
     FROM "Topic" t WHERE t."id" IN (${marks(ids)})`,
    ids,
  );
  const replies = await readReplies(ctx, ids.flatMap((id) => [...changes.get(id)!.replyIds]).slice(-atOnce));
  return topics.map((row) => {
    const id = Number(row.id);
    const change = changes.get(id)!;
    const own = [...change.replyIds].map((replyId) => ({ id: replyId, facts: replies.get(replyId) }));
    const topic = factsOf(row);
    const number = Number(row.number);
    return {
      id,
      board: row.board as Board,
      newsFor(actor) {
        if (!mayRead(actor, topic)) return null;
        const isThere = (facts: Hideable | undefined) =>
          facts !== undefined && !facts.deletedAt && mayRead(actor, facts);
        const others = own.filter(({ facts }) => facts?.authorId !== actor?.id);
        const came = others.filter(({ facts }) => isThere(facts)).map((reply) => reply.id);
        const gone = others
          .filter(({ facts }) => !isThere(facts) && wasShown(facts))
          .map(({ id: gone }) => gone);
        const isNew = change.isNew && asBoolean(row.isListed) && topic.authorId !== actor?.id;
        // That something is held from them is not to be heard either.
        if (!change.isOfTopic && !isNew && came.length + gone.length === 0) return null;
        return {
          number,
          status: String(row.status),
          counts: {
            [votePath({ number })]: Number(row.voteCount),
            [topicActionPath(number, "affected")]: Number(row.affectedCount),
          },
          ...{ came, gone, isNew },
        };
      },
    };
  });
}

async function readReplies({ rows }: Pick<Context, "rows">, ids: number[]): Promise<Map<number, Hideable>> {
  if (ids.length === 0) return new Map();
  const found = await rows<Record<string, unknown>>(
    `SELECT "id", "authorId", "createdAt", "deletedAt", "heldAt" FROM "Reply" WHERE "id" IN (${marks(ids)})`,
    ids,
  );
  return new Map(found.map((row) => [Number(row.id), factsOf(row)]));
}

/** False for what has been held from the moment it was written: nobody has a page where it stands. */
function wasShown(facts: Hideable | undefined): boolean {
  return !facts?.heldAt || facts.heldAt > facts.createdAt;
}

function factsOf(row: Record<string, unknown>): Hideable {
  return {
    authorId: Number(row.authorId),
    createdAt: asDate(row.createdAt),
    deletedAt: asDateOrNull(row.deletedAt),
    heldAt: asDateOrNull(row.heldAt),
  };
}

function marks(ids: readonly number[]): string {
  return ids.map(() => "?").join(", ");
}
