import { dateInJson, jsonRows } from "~/features/topics/json-rows";
import { asJson } from "~/platform/db/columns";
import type { DatabaseKind } from "~/platform/db/client.server";
import type { Note } from "./note";

const mostShown = 100;

/** The notes of the topic `t` as one column, the latest first. For queries of the team alone: ask `mayReadNotes` before. */
export function notesColumn(kind: DatabaseKind): string {
  return jsonRows(kind, {
    fields: {
      ...{ id: `n."id"`, authorId: `n."authorId"`, bodyHtml: `n."bodyHtml"`, createdAt: `n."createdAt"` },
      ...{ editedAt: `n."editedAt"`, deletedAt: `n."deletedAt"`, deletedBy: `d."displayName"` },
      ...{ name: `b."name"`, displayName: `b."displayName"` },
    },
    from: `(SELECT * FROM "InternalNote" WHERE "topicId" = t."id" ORDER BY "createdAt" DESC, "id" DESC
             LIMIT ${mostShown}) n
           JOIN "Member" b ON b."id" = n."authorId" LEFT JOIN "Member" d ON d."id" = n."deletedById"`,
    order: `n."createdAt" DESC, n."id" DESC`,
  });
}

interface NoteJson {
  id: number;
  authorId: number;
  bodyHtml: string;
  createdAt: string;
  editedAt: string | null;
  deletedAt: string | null;
  deletedBy: string | null;
  name: string;
  displayName: string;
}

export function notesOf(column: unknown): Note[] {
  return asJson<NoteJson[]>(column).map((row) => ({
    ...{ id: row.id, authorId: row.authorId },
    by: { name: row.name, displayName: row.displayName },
    bodyHtml: row.deletedAt ? "" : row.bodyHtml,
    createdAt: dateInJson(row.createdAt),
    editedAt: row.editedAt ? dateInJson(row.editedAt) : null,
    deleted: row.deletedAt ? { at: dateInJson(row.deletedAt), by: row.deletedBy } : null,
  }));
}
