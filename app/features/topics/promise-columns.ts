import type { DatabaseKind } from "~/platform/db/client.server";
import { asJson } from "~/platform/db/columns";
import { dateInJson, jsonColumn, jsonRows } from "./json-rows";
import type { PromiseMove, PromiseState, TeamPromise } from "./promise";

const promisesShown = 20;

/** What the team promised on the topic `t`, the oldest first, as one column. */
export function promisesColumn(kind: DatabaseKind): string {
  return jsonRows(kind, {
    fields: {
      ...Object.fromEntries(plain.map((name) => [name, `p."${name}"`])),
      moves: jsonColumn(kind, `p."moves"`),
      slug: `a."slug"`,
      title: `a."title"`,
      language: `a."language"`,
      release: `a."release"`,
    },
    from: `(SELECT * FROM "TeamPromise" WHERE "topicId" = t."id" ORDER BY "id" DESC LIMIT ${promisesShown}) p
           LEFT JOIN "Announcement" a ON a."id" = p."endedByAnnouncementId" AND a."status" = 'published'`,
    order: `p."id"`,
  });
}

/** What stands promised on topics merged into `t`: they take no official reply any more, and `t` answers for them. */
export function mergedPromisesColumn(kind: DatabaseKind): string {
  return jsonRows(kind, {
    fields: {
      id: `p."id"`,
      text: `p."text"`,
      dueOn: `p."dueOn"`,
      state: `p."state"`,
      madeOn: `g."number"`,
    },
    from: `"Topic" g JOIN "TeamPromise" p ON p."topicId" = g."id"
           WHERE g."mergedIntoId" = t."id" AND g."deletedAt" IS NULL AND p."state" = 'open'`,
    order: `p."id"`,
  });
}

const plain = [
  "id",
  "replyId",
  "text",
  "dueOn",
  "state",
  "createdAt",
  "endedAt",
  "endedByReplyId",
  "withdrawnReason",
] as const;

interface PromiseJson {
  id: number;
  replyId: number;
  text: string;
  dueOn: string | null;
  state: PromiseState;
  createdAt: string;
  moves: PromiseMove[] | null;
  endedAt: string | null;
  endedByReplyId: number | null;
  withdrawnReason: string;
  slug: string | null;
  title: string | null;
  language: string | null;
  release: string | null;
}

export function promisesOf(column: unknown): TeamPromise[] {
  return asJson<PromiseJson[]>(column).map(({ slug, title, language, release, ...promise }) => ({
    ...promise,
    createdAt: dateInJson(promise.createdAt),
    moves: promise.moves ?? [],
    endedAt: promise.endedAt === null ? null : dateInJson(promise.endedAt),
    keptIn:
      slug === null ? null : { slug, title: title ?? "", language: language ?? "en", release: release ?? "" },
  }));
}
