import { copyFile } from "~/features/own-data/copy";
import { purgeCopies, strayCopies } from "~/features/own-data/purging.server";
import { systemContext } from "~/features/members/context";
import { days } from "~/platform/clock/clock";
import type { Platform } from "~/platform/platform";
import type { Check } from "./check";

// The last mail is waited for a day, and a site may have been switched off for another.
const tooLateMs = days(2);

/** Copies of own data against their files, and accounts that should be gone. */
export const ownDataChecks: Check[] = [
  {
    name: "copies of own data without their file",
    async count(platform) {
      return (await withoutFile(platform)).length;
    },
    async fix(platform) {
      const { count } = await platform.db.dataExport.deleteMany({
        where: { key: { in: await withoutFile(platform) } },
      });
      return count;
    },
  },
  {
    name: "files of copies that nobody can fetch",
    async count(platform) {
      let count = 0;
      for await (const _ of strayCopies(platform)) count++;
      return count;
    },
    fix: (platform) => purgeCopies(systemContext(platform)),
  },
  {
    name: "accounts that should be erased by now",
    count: ({ db, clock }) =>
      db.accountDeletion.count({
        where: { finishedAt: null, dueAt: { lt: new Date(clock.now().getTime() - tooLateMs) } },
      }),
  },
  {
    name: "erased accounts that something is left of",
    async count({ rows }) {
      const [row] = await rows<{ wrong: unknown }>(
        `SELECT COUNT(*) AS wrong FROM "AccountDeletion" d JOIN "Member" m ON m."id" = d."memberId"
         WHERE d."finishedAt" IS NOT NULL AND (m."email" IS NOT NULL OR m."passwordHash" IS NOT NULL OR m."bio" <> ''
           OR EXISTS (SELECT 1 FROM "Vote" v WHERE v."memberId" = m."id")
           OR EXISTS (SELECT 1 FROM "Follow" f WHERE f."memberId" = m."id")
           OR EXISTS (SELECT 1 FROM "Session" s WHERE s."memberId" = m."id")
           OR EXISTS (SELECT 1 FROM "Draft" e WHERE e."memberId" = m."id")
           OR EXISTS (SELECT 1 FROM "Mail" w WHERE w."memberId" = m."id"))`,
      );
      return Number(row?.wrong ?? 0);
    },
  },
];

async function withoutFile({ db, files }: Platform): Promise<string[]> {
  const missing: string[] = [];
  for (const { key } of await db.dataExport.findMany({ where: { state: "ready" }, select: { key: true } }))
    if (!(await files.stat(copyFile(key)))) missing.push(key);
  return missing;
}
