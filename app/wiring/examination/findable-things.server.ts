import { publicAnnouncements } from "~/features/changelog/visibility";
import type { IndexedThing } from "~/features/search/document-ids";
import { visibleReplyWhere, visibleWhere } from "~/features/topics/visibility";
import { asDateOrNull } from "~/platform/db/columns";
import type { SqlValue } from "~/platform/db/client.server";
import type { Platform } from "~/platform/platform";

const rowsAtOnce = 1_000;

type FindableThing = IndexedThing & {
  /** When it last became different from what was read before. */
  changedAt: Date;
};

interface Source {
  type: IndexedThing["type"];
  /** Selects `id` and the times of its changes, up to and with a WHERE. */
  select: string;
  idColumn: string;
  params: SqlValue[];
}

const topic = visibleWhere(null);
const reply = visibleReplyWhere(null);

const sources: Source[] = [
  {
    type: "topic",
    select: `SELECT t.id, t."editedAt", t."statusChangedAt", t."lastActivityAt" FROM "Topic" t WHERE ${topic.sql}`,
    idColumn: "t.id",
    params: topic.params,
  },
  {
    type: "reply",
    select: `SELECT r.id, r."editedAt", r."createdAt" FROM "Reply" r JOIN "Topic" t ON t.id = r."topicId"
      WHERE ${topic.sql} AND ${reply.sql}`,
    idColumn: "r.id",
    params: [...topic.params, ...reply.params],
  },
  {
    type: "announcement",
    select: `SELECT a.id, a."editedAt", a."publishedAt" FROM "Announcement" a WHERE ${publicAnnouncements("a")}`,
    idColumn: "a.id",
    params: [],
  },
];

/** Everything a visitor who is not signed in may find, a page at a time. */
export async function* findableThings({ rows }: Platform): AsyncGenerator<FindableThing> {
  for (const { type, select, idColumn, params } of sources) {
    for (let after = 0; ;) {
      const page = await rows<{ id: number } & Record<string, unknown>>(
        `${select} AND ${idColumn} > ? ORDER BY ${idColumn} LIMIT ${rowsAtOnce}`,
        [...params, after],
      );
      for (const { id, ...times } of page) yield { type, id, changedAt: latest(Object.values(times)) };
      if (page.length < rowsAtOnce) break;
      after = page.at(-1)!.id;
    }
  }
}

function latest(times: readonly unknown[]): Date {
  return new Date(Math.max(0, ...times.map((time) => asDateOrNull(time)?.getTime() ?? 0)));
}
