import { sessionsOf } from "~/features/auth/lucia.server";
import { topicPath } from "~/features/topics/paths";
import { readConfig } from "~/platform/config/config.server";
import { openDatabase } from "~/platform/db/open.server";

export interface Visitor {
  name: "guest" | "member";
  headers: Record<string, string>;
}

export interface Prepared {
  /** The topic with the most replies. */
  topicPath: string;
  visitors: Visitor[];
  counts: { topics: number; replies: number };
  /** One visitor asks here for what many ask together: limits begin anew. */
  forgetLimits(): Promise<void>;
  /** Signs the member out again. */
  close(): Promise<void>;
}

/** Finds what to look at, and signs in the member who wrote the most, with a session of its own. */
export async function prepareVisitors(dataDir: string): Promise<Prepared> {
  const config = readConfig({ DATA_DIR: dataDir });
  const database = openDatabase(config.databaseUrl);
  const { rows, client: db } = database;
  const [topic] = await rows<{ number: number; slug: string }>(
    `SELECT "number", "slug" FROM "Topic" WHERE "isListed" ORDER BY "replyCount" DESC, id LIMIT 1`,
  );
  const [member] = await rows<{ id: number }>(
    `SELECT id FROM "Member" WHERE "role" = 'member' AND "deletedAt" IS NULL ORDER BY "replyCount" DESC, id LIMIT 1`,
  );
  if (!topic || !member) throw new Error("There is nothing to measure: the site has no topics.");
  const sessions = sessionsOf({ db, rows, config });
  const session = await sessions.createSession(member.id, { lastSeenAt: new Date() });
  const languages = { "Accept-Language": "en", "Accept-Encoding": "gzip", Accept: "text/html" };
  const cookie = `${sessions.sessionCookieName}=${session.id}`;
  return {
    topicPath: topicPath(topic),
    counts: { topics: await db.topic.count(), replies: await db.reply.count() },
    visitors: [
      { name: "guest", headers: languages },
      { name: "member", headers: { ...languages, Cookie: cookie } },
    ],
    async forgetLimits() {
      await db.rateLimit.deleteMany();
    },
    async close() {
      await sessions.invalidateSession(session.id);
      await database.close();
    },
  };
}
