import type { MemberContext } from "~/features/members/context";
import type { Area } from "~/features/site/area";
import { readCursor, writeCursor } from "~/features/topics/list-cursor";
import { type Person, personColumns, personOf } from "~/features/topics/person";
import type { Board, TopicKind, TopicStatus } from "~/features/topics/topic";
import { asDate } from "~/platform/db/columns";
import { Forbidden } from "~/platform/errors";
import { type Claim, claimColumns, claimJoins, claimOf } from "./claim-columns";
import type { ObligationKind } from "./obligation";
import { mayReadInbox } from "./policy";
import { type Due, dueOf } from "./response";
import { selected, type Selection } from "./selecting.server";

const perPage = 25;

export interface InboxRow {
  id: number;
  kind: ObligationKind;
  since: Date;
  due: Due | null;
  topic: {
    number: number;
    slug: string;
    title: string;
    language: string;
    board: Board;
    kind: TopicKind;
    status: TopicStatus;
    votes: number;
    affected: number;
  };
  area: Pick<Area, "slug" | "names"> | null;
  askedBy: Person;
  owner: { id: number; displayName: string } | null;
  claim: Claim | null;
}

export interface InboxPage {
  rows: InboxRow[];
  /** Cursor of the next page, or null. */
  next: string | null;
}

/** One page of what waits, the oldest first, in one query; a deep page costs what the first one costs. */
export async function listInbox(
  ctx: MemberContext,
  { after, ...selection }: Omit<Selection, "memberId" | "now"> & { after?: string | null },
): Promise<InboxPage> {
  if (!mayReadInbox(ctx.actor)) throw new Forbidden("inbox.read");
  const now = ctx.clock.now();
  const where = selected({ ...selection, memberId: ctx.actor.id, now });
  const cursor = readCursor(after, "newest");
  const later = cursor ? `AND (o."since", o."id") > (?, ?)` : "";
  const found = await ctx.rows<Row>(
    `WITH "page" AS (SELECT o."id" FROM "Obligation" o WHERE ${where.sql} ${later}
       ORDER BY o."since", o."id" LIMIT ${perPage + 1})
     SELECT o."id", o."kind" AS "owed", o."since", o."areaId", o."ownerId", t."number", t."slug", t."title", t."language",
       t."board", t."kind", t."status", t."voteCount", t."affectedCount", ${personColumns("m")},
       w."displayName" AS "ownerName", ${claimColumns}
     FROM "page" JOIN "Obligation" o ON o."id" = "page"."id" JOIN "Topic" t ON t."id" = o."topicId"
     JOIN "Member" m ON m."id" = o."askedById" LEFT JOIN "Member" w ON w."id" = o."ownerId"
     ${claimJoins(`o."topicId"`)} ORDER BY o."since", o."id"`,
    [...where.params, ...(cursor ? [cursor.key, cursor.id] : [])],
  );
  const shown = found.slice(0, perPage).map((row) => rowOf(row, selection, now));
  const last = found.length > perPage ? shown.at(-1) : undefined;
  return { rows: shown, next: last ? writeCursor({ key: last.since, id: last.id }) : null };
}

type Row = Record<string, unknown> &
  Omit<InboxRow["topic"], "votes" | "affected"> & {
    id: number;
    owed: ObligationKind;
    areaId: number;
    ownerId: number | null;
    voteCount: number;
    affectedCount: number;
    authorName: string;
    authorDisplayName: string;
    authorRole: string;
  };

function rowOf(row: Row, { areas, targets }: Pick<Selection, "areas" | "targets">, now: Date): InboxRow {
  const { id, owed, areaId, ownerId, number, slug, title, language, board, kind, status } = row;
  const since = asDate(row.since);
  const votes = row.voteCount;
  const affected = row.affectedCount;
  return {
    ...{ id, kind: owed, since },
    due: dueOf(targets, { kind: owed, areaId, since }, now),
    topic: { number, slug, title, language, board, kind, status, votes, affected },
    area: areas.find((area) => area.id === areaId) ?? null,
    askedBy: personOf(row),
    owner: ownerId === null ? null : { id: ownerId, displayName: String(row.ownerName) },
    claim: claimOf(row, now),
  };
}
