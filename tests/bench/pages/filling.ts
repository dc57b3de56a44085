import Sqlite from "better-sqlite3";
import { topicPath } from "~/features/topics/paths";
import { childPath } from "~/features/topics/reply-path";
import { readConfig } from "~/platform/config/config.server";
import { sqlitePath } from "~/platform/db/sqlite.server";

// Rows as posting leaves them, written in one go: posting a hundred thousand topics takes an hour and proves nothing here.

interface Topic {
  id: number;
  number: number;
  slug: string;
}

/** Replies in chains of this depth under a topic that had none. Answers with the topic's address. */
export function fillThread(dataDir: string, { chains, depth }: { chains: number; depth: number }): string {
  return withDatabase(dataDir, (database) => {
    const topic = database
      .prepare(
        `SELECT id, number, slug FROM "Topic" WHERE "isListed" AND "board" = 'discussion' AND "replyCount" = 0
                AND "officialCount" = 0 ORDER BY id LIMIT 1`,
      )
      .get() as Topic;
    const { id: authorId } = database.prepare(`SELECT MIN(id) AS id FROM "Member"`).get() as { id: number };
    const insert =
      database.prepare(`INSERT INTO "Reply" ("topicId", "parentId", "path", "depth", "authorId", "body",
      "bodyHtml", "rendererVersion", "createdAt", "childCount", "descendantCount")
      VALUES (?, ?, ?, ?, ?, ?, ?, 2, ?, ?, ?)`);
    const words = "The same here since the last update, and restarting it does not help at all. ".repeat(3);
    const createdAt = "2026-11-01T10:00:00.000+00:00";
    for (let chain = 1; chain <= chains; chain++) {
      let path = "";
      let parentId: number | bigint | null = null;
      for (let level = 1; level <= depth; level++) {
        path = childPath(path, level === 1 ? chain : 1);
        const below = depth - level;
        const row: (string | number | bigint | null)[] = [
          topic.id,
          parentId,
          path,
          level,
          authorId,
          words,
          `<p>${words}</p>`,
          createdAt,
        ];
        parentId = insert.run(...row, below > 0 ? 1 : 0, below).lastInsertRowid;
      }
    }
    database
      .prepare(`UPDATE "Topic" SET "replyCount" = ?, "childCount" = ? WHERE id = ?`)
      .run(chains * depth, chains, topic.id);
    return topicPath(topic);
  });
}

/** Copies the topics that are there, with five replies each, until there are so many; half of them were opened by everybody who reads. */
export function fillTopics(dataDir: string, topics: number): void {
  withDatabase(dataDir, (database) => {
    const columns = (table: string) =>
      (database.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]).map(({ name }) => name);
    const count = () => (database.prepare(`SELECT COUNT(*) AS n FROM "Topic"`).get() as { n: number }).n;
    const copied = columns("Topic").filter(
      (name) => !["id", "number", "solutionId", "lastOfficialId", "coverId"].includes(name),
    );
    const names = copied.map((name) => `"${name}"`).join(", ");
    const values = copied.map((name) => {
      if (name === "replyCount" || name === "childCount") return "5";
      if (name === "officialCount") return "0";
      return `"${name}"`;
    });
    const highest = () => (database.prepare(`SELECT MAX(number) AS n FROM "Topic"`).get() as { n: number }).n;
    const copy = database.prepare(`INSERT INTO "Topic" ("number", ${names})
      SELECT ? + ROW_NUMBER() OVER (ORDER BY id), ${values.join(", ")} FROM "Topic" WHERE "isListed" LIMIT ?`);
    const first = (database.prepare(`SELECT MAX(id) AS id FROM "Topic"`).get() as { id: number }).id;
    while (count() < topics) copy.run(highest(), topics - count());
    database
      .prepare(
        `INSERT INTO "Reply" ("topicId", "path", "depth", "authorId", "body", "bodyHtml", "rendererVersion", "createdAt")
        SELECT t.id, '0000' || n.value, 1, t."authorId", 'Here too.', '<p>Here too.</p>', 2, t."lastActivityAt"
        FROM "Topic" t, json_each('[1,2,3,4,5]') n WHERE t.id > ?`,
      )
      .run(first);
    database.exec(`INSERT OR IGNORE INTO "ReadPosition" ("memberId", "topicId", "lastReplyId", "lastAt", "sinceReplyId", "sinceAt")
      SELECT (SELECT id FROM "Member" WHERE "role" = 'member' ORDER BY "replyCount" DESC, id LIMIT 1), t.id,
        (SELECT MAX(id) FROM "Reply" r WHERE r."topicId" = t.id), t."lastActivityAt", 0, t."lastActivityAt"
      FROM "Topic" t WHERE t.id % 2 = 0 AND t."replyCount" > 0`);
    database.exec("ANALYZE");
  });
}

function withDatabase<Result>(dataDir: string, work: (database: Sqlite.Database) => Result): Result {
  const database = new Sqlite(sqlitePath(readConfig({ DATA_DIR: dataDir }).databaseUrl));
  // All of it stays in memory until it is written once; nothing here has to outlive a crash.
  database.pragma("cache_size = -800000");
  database.pragma("synchronous = OFF");
  try {
    return database.transaction(() => work(database))();
  } finally {
    database.close();
  }
}
