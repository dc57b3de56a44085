import { asJson } from "~/platform/db/columns";
import type { DatabaseKind } from "~/platform/db/client.server";
import { jsonRows } from "./json-rows";
import { bookmarkKey, type ReactionKind } from "./reaction";

export type OwnMark = ReactionKind | typeof bookmarkKey;

/** What a reader said with one press and kept, in a topic and on each of its replies. */
export interface OwnMarks {
  readerId: number;
  toTopic: OwnMark[];
  toReplies: Map<number, OwnMark[]>;
}

/** A column for a query on a topic `t`: the reader's marks in its whole thread. Parameters: the reader, twice. */
export function ownMarksColumn(kind: DatabaseKind): string {
  const where = `WHERE "memberId" = ? AND "threadId" = t."id"`;
  return jsonRows(kind, {
    fields: { replyId: `own."replyId"`, mark: `own."mark"` },
    from: `(SELECT "replyId", "kind" AS "mark" FROM "Reaction" ${where}
            UNION ALL SELECT "replyId", '${bookmarkKey}' AS "mark" FROM "Bookmark" ${where}) own`,
    order: `own."replyId"`,
  });
}

export function ownMarksOf(column: unknown, readerId: number): OwnMarks {
  const marks: OwnMarks = { readerId, toTopic: [], toReplies: new Map() };
  for (const { replyId, mark } of asJson<{ replyId: number | null; mark: OwnMark }[]>(column)) {
    if (replyId === null) marks.toTopic.push(mark);
    else marks.toReplies.set(replyId, [...(marks.toReplies.get(replyId) ?? []), mark]);
  }
  return marks;
}
